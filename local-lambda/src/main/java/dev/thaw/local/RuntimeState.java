package dev.thaw.local;

/** The states of a runtime as RAPID sees it, by the names in its error messages. */
enum RuntimeState {
  STARTED("Started"),
  INIT_ERROR("InitError"),
  RESTORE_READY("RestoreReady"),
  RESTORING("Restoring"),
  RESTORE_ERROR("RestoreError"),
  READY("Ready"),
  RUNNING("Running"),
  INVOCATION_RESPONSE("InvocationResponse"),
  INVOCATION_ERROR_RESPONSE("InvocationErrorResponse"),
  RESPONSE_SENT("ResponseSent");

  private final String label;

  RuntimeState(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}

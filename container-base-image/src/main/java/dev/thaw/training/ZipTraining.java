package dev.thaw.training;

import java.io.IOException;

/** {@code thaw-train --function}: trains a function's zip where Lambda will unpack it. */
final class ZipTraining {
  private ZipTraining() {}

  static void train(TrainingOptions options) throws IOException, TrainingException {
    if (options.function() != null) {
      throw new TrainingException(options.function() + " cannot be trained yet");
    }
  }
}

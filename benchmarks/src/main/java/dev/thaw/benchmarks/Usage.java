package dev.thaw.benchmarks;

/** What {@code bin/bench --help} says. */
final class Usage {
  static final String TEXT =
      """
      bin/bench [PART …] [--quick] [--starts N] [--subjects NAME,…] [--events NAME,…]
                [--thaw DIR] [--jre DIR] [--jdk DIR] [--layer ZIP] [--image DIR]

      Parts, all but the last five where none is named:
        --cold           cold starts of all subjects, interleaved
        --memory         cold starts with the memory and the CPU share of functions of 128 to
                         1769 MB (needs writable control groups; default: events sqs,pojo)
        --storage        cold starts with all files read from storage (default: event sqs)
        --warm           latency, CPU time and allocation of warm invocations, of 1 KB, 100 KB and
                         6 MB, one and eight at a time
        --codecs         events read and written by Thaw, AWS's library and databind (JMH)
        --timeline       phase by phase, where the time of a cold start goes
        --steps          the floor, flag by flag, from a bare JVM program on
        --report         the page, target/report/index.html, from the results that are there
        --native         cold starts of native executables, which are built first: minutes for each
                         (events alb to http). Beside other parts they are measured there too
        --native-variants
                         the executable of sqs under other flags of its builder
        --layouts        the layer at /opt and the image, each with the function's own cache, the
                         layer's and none, beside the floor there (default: events sqs,pojo)
        --variants FILE  the floor under other flags: a name and JVM flags on each line, or a name,
                         "native" and flags of the builder
        --guard COMMIT   cold starts beside that commit's, which is built first; exit code 1 if
                         this one is clearly slower

        --quick          5 samples, to see that it works
        --jmh            each cold start in a fork of JMH, slower than in the harness itself
        --publish        the report also goes to docs/figures, its figures into README.md; alone,
                         without measuring anything
        --starts N       samples for each subject and event, at least 15 to be quoted (default 15)
        --subjects …     floor, thaw, thaw-codec (pojo with @GenerateCodec), thaw-layer, thaw-none,
                         aws-aot, aws-cds, aws, aws-jdk
                         and the rivals formkiq, quarkus, micronaut, spring, http4k, each also with
                         -aot, or "rivals" for all ten: these take pojo, sqs, http, client only
                         and executables: native, native-codec (pojo with @GenerateCodec)
                         (default: all, without executables, and in a quick run without rivals)
        --events …       alb, sqs, s3, kinesis, dynamodb, pojo, http, client (default: all)
        --layer ZIP      the layer's zip, or a folder with what it holds, trained at /opt
                         (default: container-base-image/target/thaw-layer-*.zip)
        --image DIR      the image's file system, as "buildah mount" shows it
        --thaw DIR       the assembled runtime (default: container-base-image/target/thaw)
        --jre DIR        the floor's JRE (default: Thaw's own)
        --jdk DIR        for AWS's client as people run it (default: the JDK that runs this)
      """;

  private Usage() {}
}

/**
 * Quarkus on the JVM as its guide to amazon-lambda deploys it (quarkus.io/guides/aws-lambda): AWS's
 * client calls {@code QuarkusStreamHandler}; the extension's own poll loop is for native images
 * only. The extension builds the legacy jar, whose classes lie on a flat class path, so an AOT
 * cache can hold them. All that is known at build time is done at build time by default: there is
 * nothing further to tune, but for the log's level (quarkus.io/guides/performance-measure).
 */
package dev.thaw.benchmarks.rivals.quarkus;

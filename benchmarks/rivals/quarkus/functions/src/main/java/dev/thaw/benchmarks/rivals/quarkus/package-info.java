/**
 * Quarkus on the JVM as its guide to amazon-lambda deploys it (quarkus.io/guides/aws-lambda): AWS's
 * client calls {@code QuarkusStreamHandler}; the extension's own poll loop is for native images
 * only. The extension builds the legacy jar, whose classes lie on a flat class path, so an AOT
 * cache can hold them. All that is known at build time is done at build time by default: the guide
 * names nothing further for the JVM. Banner and information logs are off.
 */
package dev.thaw.benchmarks.rivals.quarkus;

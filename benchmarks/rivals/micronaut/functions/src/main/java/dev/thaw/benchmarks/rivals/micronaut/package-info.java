/**
 * Micronaut's custom runtime as its guides set it up (guides.micronaut.io, "Deploy a Micronaut
 * function as a GraalVM Native Executable to AWS Lambda", here on the JVM): a runtime class for
 * each pair of event and answer. Serialization is made at compile time (micronaut-serde and
 * micronaut-aws-lambda-events-serde) instead of by reflection, as Micronaut Launch sets up new
 * functions. The runtime polls with the JDK's HTTP client (micronaut-http-client-jdk): that is our
 * choice, so that Netty stays out. Micronaut AOT is not applied.
 */
package dev.thaw.benchmarks.rivals.micronaut;

/**
 * Spring Cloud Function in the functional style, which its reference names for small applications
 * that must start fast (docs.spring.io/spring-cloud-function, "Functional Bean Definitions"): no
 * auto-configuration of Boot, no component scan. Its event loop is the custom runtime of the
 * adapter's own guide ("AWS Lambda", custom runtime). Without banner and information logs.
 */
package dev.thaw.benchmarks.rivals.spring;

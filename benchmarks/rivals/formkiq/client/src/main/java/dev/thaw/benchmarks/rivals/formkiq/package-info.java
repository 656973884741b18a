/** FormKiQ's runtime with a client of the AWS SDK. Its README names nothing to tune on the JVM. */
package dev.thaw.benchmarks.rivals.formkiq;

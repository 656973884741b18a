package dev.thaw.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Builds an image with a Maven stage, whose base is Debian with this build's own Maven and JDK. */
final class MavenImage {
  private MavenImage() {}

  /**
   * Builds it without the network: what the project wants is what this build has fetched.
   *
   * @param scratch an empty folder
   * @param project the folder with the {@code Dockerfile}
   */
  static Container build(Buildah buildah, Path scratch, Path project)
      throws IOException, InterruptedException {
    Path context = Files.createDirectory(scratch.resolve("base"));
    Files.writeString(
        context.resolve("Dockerfile"),
        """
        FROM localhost/debian
        ENV JAVA_HOME=/opt/jdk PATH=/opt/maven/bin:/opt/jdk/bin:/usr/bin:/bin
        ENV MAVEN_ARGS="--offline -Dmaven.repo.local=/opt/repository -Dmaven.legacyLocalRepo=true"
        """);
    buildah.build("localhost/maven", context);
    buildah.build(
        "localhost/orders",
        project,
        "--build-arg=MAVEN=localhost/maven",
        "--volume=" + System.getProperty("java.home") + ":/opt/jdk:ro",
        "--volume=" + System.getProperty("maven.home") + ":/opt/maven:ro",
        "--volume=" + System.getProperty("maven.repository") + ":/opt/repository:ro");
    return buildah.container("localhost/orders");
  }
}

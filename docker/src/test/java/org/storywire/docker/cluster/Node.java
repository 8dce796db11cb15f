package org.storywire.docker.cluster;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ContainerNetwork;
import java.util.Set;
import java.util.stream.Collectors;
import org.storywire.docker.Await;
import org.testcontainers.containers.GenericContainer;

/** A container that bears ill-treatment: its files and its ports outlive its process. */
final class Node implements AutoCloseable {

  private static final int STOP_WITHIN_SECONDS = 60;

  private final String name;
  private final GenericContainer<?> container;
  private final DockerClient docker;

  /** A container that has been started. */
  Node(String name, GenericContainer<?> container) {
    this.name = name;
    this.container = container;
    this.docker = container.getDockerClient();
  }

  /** Ends the process as the kernel does, without a word to it. */
  void kill() {
    docker.killContainerCmd(id()).withSignal("KILL").exec();
    awaitEnd();
  }

  /** Asks the process to end and waits until it has. */
  void stop() {
    docker.stopContainerCmd(id()).withTimeout(STOP_WITHIN_SECONDS).exec();
  }

  /** Starts a process that has ended, with the files it left. */
  void startAgain() {
    docker.startContainerCmd(id()).exec();
  }

  /** Freezes the process: it holds its connections and answers nothing. */
  void pause() {
    docker.pauseContainerCmd(id()).exec();
  }

  void resume() {
    docker.unpauseContainerCmd(id()).exec();
  }

  boolean running() {
    return Boolean.TRUE.equals(inspect().getState().getRunning());
  }

  /** Waits until the process has ended by itself or by what was done to it. */
  int awaitEnd() {
    Await.until("the end of " + this, () -> !running());
    return exitCode();
  }

  int exitCode() {
    return Math.toIntExact(inspect().getState().getExitCodeLong());
  }

  /** Addresses in the container networks. */
  Set<String> addresses() {
    return inspect().getNetworkSettings().getNetworks().values().stream()
        .map(ContainerNetwork::getIpAddress)
        .collect(Collectors.toSet());
  }

  /** All that the process wrote, both streams. */
  String log() {
    return container.getLogs();
  }

  private InspectContainerResponse inspect() {
    return docker.inspectContainerCmd(id()).exec();
  }

  private String id() {
    return container.getContainerId();
  }

  /** Removes the container with its files. */
  @Override
  public void close() {
    container.stop();
  }

  @Override
  public String toString() {
    return name;
  }
}

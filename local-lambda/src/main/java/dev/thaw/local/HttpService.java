package dev.thaw.local;

/** What answers a server's requests, each on its connection's virtual thread. */
interface HttpService {
  HttpReply answer(ReceivedRequest request) throws InterruptedException;
}

package dev.thaw.benchmarks.rivals.micronaut;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;

/** Answers a request with its path and query as JSON. */
@Controller("/lambda")
public class RequestController {
  /** A text that is JSON already, as the other subjects make it. */
  @Get
  String get(@QueryValue String query) {
    return "{\"path\":\"/lambda\",\"query\":\"" + query + "\"}";
  }
}

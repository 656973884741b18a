package dev.thaw.http;

import java.util.List;

/**
 * One method on one path template.
 *
 * @param variables the template's, by which this route's handler asks for them
 */
record Route(String method, String template, List<String> variables, HttpHandler handler) {}

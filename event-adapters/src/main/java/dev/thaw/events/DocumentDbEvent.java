package dev.thaw.events;

import dev.thaw.codec.GenerateCodec;
import dev.thaw.codec.JsonName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes of the change stream of an Amazon DocumentDB cluster, in order. Documents are MongoDB's
 * extended JSON: an object's id is {@code {"$oid": "..."}}. There are no partial batch responses.
 *
 * @param eventSourceArn the cluster
 * @param events one a change
 * @param eventSource {@code aws:docdb}
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-documentdb.html">Using AWS Lambda
 *     with Amazon DocumentDB</a>
 */
@GenerateCodec
public record DocumentDbEvent(String eventSourceArn, List<Entry> events, String eventSource) {

  /** The same; empty where there is no list. */
  public DocumentDbEvent {
    events = events == null ? List.of() : events;
  }

  /**
   * What a change comes in.
   *
   * @param event the change
   */
  public record Entry(Change event) {}

  /**
   * A change.
   *
   * @param id where it stands in the stream
   * @param clusterTime when it happened
   * @param operationType {@code insert}, {@code update}, {@code replace}, {@code delete}, {@code
   *     drop}, {@code dropDatabase}, {@code rename} or {@code invalidate}
   * @param ns database and collection; null for {@code invalidate}
   * @param documentKey the document's {@code _id}; null where no document changed
   * @param fullDocument the document: for an insert or replace, and for an update if the event
   *     source mapping asks for it ({@code UpdateLookup})
   * @param updateDescription what an update changed; null for others
   */
  public record Change(
      @JsonName("_id") Id id,
      ClusterTime clusterTime,
      String operationType,
      @Nullable Namespace ns,
      @Nullable Map<String, Object> documentKey,
      @Nullable Map<String, Object> fullDocument,
      @Nullable UpdateDescription updateDescription) {}

  /**
   * A place in the stream.
   *
   * @param data its resume token
   */
  public record Id(@JsonName("_data") String data) {}

  /**
   * A time of the cluster.
   *
   * @param timestamp the time as BSON has it
   */
  public record ClusterTime(@JsonName("$timestamp") Timestamp timestamp) {

    /** The time, to the second. */
    public Instant instant() {
      return Instant.ofEpochSecond(timestamp.t());
    }
  }

  /**
   * BSON's time.
   *
   * @param t seconds since 1970
   * @param i counts the changes within a second
   */
  public record Timestamp(long t, long i) {}

  /**
   * Database and collection.
   *
   * @param db the database
   * @param coll the collection; null for {@code dropDatabase}
   */
  public record Namespace(String db, @Nullable String coll) {}

  /**
   * What an update changed.
   *
   * @param updatedFields new values, by dotted paths
   * @param removedFields dotted paths
   */
  public record UpdateDescription(Map<String, Object> updatedFields, List<String> removedFields) {

    /** The same; empty where there are no fields. */
    public UpdateDescription {
      updatedFields = updatedFields == null ? Map.of() : updatedFields;
      removedFields = removedFields == null ? List.of() : removedFields;
    }
  }
}

package dev.taxon.server.http.shape;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How records become JSON: members in snake case, nulls present, times with six digits. */
public final class Json {
  private static final DateTimeFormatter SIX_DIGITS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .addModule(new SimpleModule().addSerializer(new Timestamps()))
          .build();

  private Json() {}

  public static byte[] bytes(Object shape) {
    return MAPPER.writeValueAsBytes(shape);
  }

  /** Text that is known to be JSON, as a tree; null for null. */
  public static @Nullable JsonNode tree(@Nullable String json) {
    return json == null ? null : MAPPER.readTree(json);
  }

  private static final class Timestamps extends StdSerializer<Instant> {
    Timestamps() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator generator, SerializationContext context) {
      generator.writeString(SIX_DIGITS.format(value));
    }
  }
}

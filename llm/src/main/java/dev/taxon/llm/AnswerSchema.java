package dev.taxon.llm;

/** What an answer looks like, for servers that can hold a model to it. */
final class AnswerSchema {
  private AnswerSchema() {}

  static final String FORMAT =
      """
      {
        "type": "json_schema",
        "json_schema": {
          "name": "decision",
          "strict": true,
          "schema": {
            "type": "object",
            "additionalProperties": false,
            "required": ["reason", "quotes", "answers", "none"],
            "properties": {
              "reason": {"type": "string"},
              "quotes": {"type": "array", "items": {"type": "string"}},
              "answers": {
                "type": "array",
                "items": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": ["rule", "probability"],
                  "properties": {"rule": {"type": "integer"}, "probability": {"type": "number"}}
                }
              },
              "none": {"type": "number"}
            }
          }
        }
      }
      """;
}

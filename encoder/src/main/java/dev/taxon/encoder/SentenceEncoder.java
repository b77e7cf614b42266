package dev.taxon.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.taxon.TextEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/**
 * The sentence model bge-small-en-v1.5 (MIT), 8-bit, on ONNX Runtime.
 *
 * <p>A vector is the last hidden state of the first piece, at unit length, as the model card says.
 * The session is loaded by the first text (about 0.3 s, 70 MB, by a temporary file of 34 MB) and
 * shared; it runs on the caller's thread and starts none. Texts go through the model one by one:
 * its weights are quantized with a scale taken from the whole input, so that a text's vector would
 * otherwise depend on its neighbours. About 1 ms for a title and 50 ms for 1,000 characters on one
 * core.
 *
 * @see <a href="https://huggingface.co/BAAI/bge-small-en-v1.5">model card</a>
 */
public final class SentenceEncoder implements TextEncoder, AutoCloseable {
  private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
  private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";
  private static final int DIMENSIONS = 384;

  /** What the model reads at most, the two marks at the ends included. */
  private static final int MOST_PIECES = 512;

  private static final long FIRST = 101;
  private static final long LAST = 102;

  private final Map<String, float[]> cache;
  private @Nullable Loaded loaded;

  /**
   * An encoder that remembers vectors.
   *
   * @param remembered how many texts' vectors are kept, least recently used first out; 0 for none.
   *     One takes about 1.6 KB and its text
   */
  public SentenceEncoder(int remembered) {
    if (remembered < 0) {
      throw new IllegalArgumentException("remembered must not be negative, found " + remembered);
    }
    this.cache =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > remembered;
          }
        };
  }

  @Override
  public int dimensions() {
    return DIMENSIONS;
  }

  @Override
  public List<float[]> encode(List<String> texts) {
    return texts.stream().map(this::encode).toList();
  }

  private float[] encode(String text) {
    synchronized (cache) {
      float[] known = cache.get(text);
      if (known != null) {
        return known.clone();
      }
    }
    float[] vector = loaded().encode(text);
    synchronized (cache) {
      cache.put(text, vector);
    }
    return vector.clone();
  }

  private synchronized Loaded loaded() {
    if (loaded == null) {
      loaded = Loaded.load();
    }
    return loaded;
  }

  @Override
  public synchronized void close() {
    if (loaded != null) {
      loaded.close();
      loaded = null;
    }
  }

  /** Model and vocabulary in memory. */
  private record Loaded(OrtEnvironment environment, OrtSession session, WordPiece wordPiece) {
    static Loaded load() {
      try (var options = new OrtSession.SessionOptions()) {
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
        var environment = OrtEnvironment.getEnvironment();
        var session = session(environment, options);
        return new Loaded(environment, session, new WordPiece(vocabulary(resource(TOKENIZER))));
      } catch (OrtException e) {
        throw new IllegalStateException("the sentence model cannot be loaded", e);
      }
    }

    /**
     * The model by a file that is gone afterwards, as its 34 MB would otherwise pass the heap,
     * which keeps the space; through the heap where no file can be made.
     */
    private static OrtSession session(OrtEnvironment environment, OrtSession.SessionOptions options)
        throws OrtException {
      Path file = null;
      try {
        file = Files.createTempFile("taxon-model", ".onnx");
        try (InputStream model = open(MODEL)) {
          Files.copy(model, file, StandardCopyOption.REPLACE_EXISTING);
        }
      } catch (IOException e) {
        delete(file);
        return environment.createSession(resource(MODEL), options);
      }
      try {
        return environment.createSession(file.toString(), options);
      } finally {
        delete(file);
      }
    }

    private static void delete(@Nullable Path file) {
      try {
        if (file != null) {
          Files.deleteIfExists(file);
        }
      } catch (IOException e) {
        file.toFile().deleteOnExit();
      }
    }

    float[] encode(String text) {
      List<Integer> pieces = wordPiece.pieces(text, MOST_PIECES - 2);
      if (pieces.isEmpty()) {
        return new float[DIMENSIONS];
      }
      int length = pieces.size() + 2;
      var ids = new long[1][length];
      var attention = new long[1][length];
      var types = new long[1][length];
      ids[0][0] = FIRST;
      ids[0][length - 1] = LAST;
      for (int i = 0; i < pieces.size(); i++) {
        ids[0][i + 1] = pieces.get(i);
      }
      java.util.Arrays.fill(attention[0], 1);
      try (var idsTensor = OnnxTensor.createTensor(environment, ids);
          var attentionTensor = OnnxTensor.createTensor(environment, attention);
          var typesTensor = OnnxTensor.createTensor(environment, types);
          var result =
              session.run(
                  Map.of(
                      "input_ids", idsTensor,
                      "attention_mask", attentionTensor,
                      "token_type_ids", typesTensor))) {
        var hidden = (float[][][]) result.get(0).getValue();
        return unit(hidden[0][0]);
      } catch (OrtException e) {
        throw new IllegalStateException("the sentence model failed", e);
      }
    }

    void close() {
      try {
        session.close();
      } catch (OrtException e) {
        throw new IllegalStateException("the sentence model cannot be closed", e);
      }
    }

    private static float[] unit(float[] vector) {
      double square = 0;
      for (float x : vector) {
        square += (double) x * x;
      }
      double length = Math.sqrt(square);
      var unit = new float[vector.length];
      for (int i = 0; i < vector.length; i++) {
        unit[i] = (float) (vector[i] / length);
      }
      return unit;
    }

    private static InputStream open(String name) {
      InputStream in = SentenceEncoder.class.getResourceAsStream(name);
      if (in == null) {
        throw new IllegalStateException(
            "the sentence model's jar is not on the class path: no " + name);
      }
      return in;
    }

    private static byte[] resource(String name) {
      try (InputStream in = open(name)) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The object {@code model.vocab} of a tokenizer description: piece to number. */
    private static Map<String, Integer> vocabulary(byte[] json) {
      var vocabulary = new java.util.HashMap<String, Integer>(1 << 16);
      try (JsonParser parser =
          new JsonFactory().createParser(tools.jackson.core.ObjectReadContext.empty(), json)) {
        while (parser.nextToken() != null) {
          if (parser.currentToken() == JsonToken.PROPERTY_NAME
              && parser.currentName().equals("vocab")) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
              String piece = parser.currentName();
              parser.nextToken();
              vocabulary.put(piece, parser.getIntValue());
            }
          }
        }
      }
      return vocabulary;
    }
  }
}

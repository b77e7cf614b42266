package dev.taxon.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Vectors of eight bits, all their products at once, and what openings have in common. */
class VectorsTest {
  private static final int DIMENSIONS = 256;

  @Test
  void eightBitsKeepProductsOfUnitVectorsNear() {
    var random = new Random(7);
    for (int round = 0; round < 100; round++) {
      float[] one = unit(random);
      float[] other = unit(random);

      assertThat(EightBits.of(one).dot(other)).isCloseTo(dot(one, other), within(0.005));
    }
  }

  @Test
  void eightBitsComeBackAsTheyWereWritten() throws Exception {
    float[] vector = unit(new Random(8));
    var bytes = new ByteArrayOutputStream();
    EightBits.of(vector).write(new DataOutputStream(bytes));

    EightBits read =
        EightBits.read(
            new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), DIMENSIONS);

    assertThat(bytes.size()).isEqualTo(4 + DIMENSIONS);
    assertThat(read.vector()).isEqualTo(EightBits.of(vector).vector());
  }

  @Test
  void nothingStaysNothing() {
    assertThat(EightBits.of(new float[2]).vector()).containsOnly(0);
  }

  @Test
  void columnsGiveTheProductOfEachRow() {
    var random = new Random(9);
    List<EightBits> rows =
        List.of(EightBits.of(unit(random)), EightBits.of(unit(random)), EightBits.of(unit(random)));
    float[] vector = unit(random);

    float[] products = new Columns(rows, DIMENSIONS).products(vector);

    assertThat(products).hasSize(3);
    for (int row = 0; row < products.length; row++) {
      assertThat((double) products[row]).isCloseTo(rows.get(row).dot(vector), within(1e-5));
    }
  }

  @Test
  void vectorsOfAnotherLengthAreRefused() {
    assertThatThrownBy(() -> EightBits.of(new float[3]).dot(new float[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("vectors of 3 and of 2 numbers do not compare");
    assertThatThrownBy(
            () -> new Columns(List.of(EightBits.of(new float[3])), 3).products(new float[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("vectors of 3 and of 2 numbers do not compare");
  }

  @Test
  void whatAllOpeningsHaveInCommonTellsNothing() {
    // all go far along the first number; the second and third tell them apart
    List<float[]> letters = List.of(new float[] {9, 1, 0}, new float[] {9, 2, 0});
    List<float[]> bills = List.of(new float[] {9, 0, 1}, new float[] {9, 0, 2});
    float[] gist = {1, 0, 0};
    var openings =
        Openings.of(
            List.of(letters.get(0), letters.get(1), bills.get(0), bills.get(1)),
            List.of(gist, gist),
            3);

    float[] letter = openings.opening(letters, gist);
    float[] bill = openings.opening(bills, gist);
    float[] text = openings.besideOthers(new float[] {9, 3, 0});

    assertThat(dot(letter, letter)).isCloseTo(1, within(1e-6));
    assertThat(dot(letter, bill)).isCloseTo(-1, within(1e-6));
    assertThat(dot(text, letter)).isGreaterThan(0.85);
  }

  @Test
  void aTextOfNoKnownWordIsLikeNothing() {
    var openings = Openings.of(List.of(new float[] {1, 0}), List.of(new float[] {0, 1}), 2);

    assertThat(openings.besideOthers(new float[2])).containsOnly(0);
  }

  @Test
  void aKindWithoutSamplesOpensAsItsNamesMean() {
    float[] gist = {0, 1};
    var openings = Openings.of(List.of(new float[] {1, 0}), List.of(gist, new float[] {1, 0}), 2);

    float[] opening = openings.opening(List.of(), gist);

    assertThat(opening).containsExactly(new float[] {-0.70710677f, 0.70710677f}, within(1e-6f));
  }

  private static float[] unit(Random random) {
    var vector = new float[DIMENSIONS];
    double square = 0;
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
      square += vector[i] * vector[i];
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(square);
    }
    return vector;
  }

  private static double dot(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }
}

package dev.taxon.examples.office;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What every shared folder holds and no rule asks for. */
public final class Recipe {
  private Recipe() {}

  public static byte[] txt() {
    return TEXT.getBytes(UTF_8);
  }

  private static final String TEXT =
      """
      Grandma's Sunday soup

      Serves six, and tastes better on Monday.

        2 leeks
        3 carrots
        1 small celeriac
        500 g floury potatoes
        2 tablespoons butter
        1.5 litres vegetable stock
        a sprig of thyme, a bay leaf
        100 ml cream
        nutmeg, pepper, salt
        chives

      Wash the leeks and slice them into rings. Peel carrots, celeriac and potatoes
      and dice them finely. Melt the butter in a heavy pot and let the leeks soften
      in it for five minutes without browning.

      Add the other vegetables, stir, and pour in the hot stock. Thyme and bay leaf
      go in now. Simmer with the lid ajar for 25 minutes, until the potatoes fall
      apart at the touch of a spoon.

      Fish out the bay leaf and the thyme. Mash half of the soup roughly so that it
      turns creamy but stays chunky. Stir in the cream, warm it through (do not boil
      it any more!) and season with nutmeg, pepper and salt.

      Sprinkle with chopped chives and eat with toasted rye bread. Leftovers freeze
      well for three months.
      """;
}

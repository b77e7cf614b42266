package dev.taxon.examples.office;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What a team wrote down of its meeting. */
public final class Minutes {
  private Minutes() {}

  public static byte[] txt() {
    return TEXT.getBytes(UTF_8);
  }

  private static final String TEXT =
      """
      MINUTES OF THE ASSEMBLY TEAM MEETING
      ====================================

      Date:      Thursday 12 March 2026, 14:00 - 15:10
      Place:     Foundry room
      Chair:     Hannah Price
      Minutes:   Samuel Odum
      Present:   H. Price, N. Lindqvist, M. Okafor, S. Odum, J. Bell
      Apologies: R. Ashdown

      Agenda
        1. Minutes of the last meeting
        2. Housing of the P4 pump
        3. Cover during holidays
        4. Any other business

      1. Minutes of the last meeting
         The minutes of 26 February were approved without changes. Action 14
         (torque wrenches) is done; action 15 (shelf labels) stays open.

      2. Housing of the P4 pump
         Nora showed the new housing. The team discussed the wall between inlet
         and seal; Jamie doubts that it can be cast at 4 mm. Samuel pointed out
         that the old tools fit.
         DECIDED: two samples will be cast at 5 mm before the drawing is released.
         ACTION 16: Nora orders the samples, by 20 March.
         ACTION 17: Jamie measures them and reports to the team, by 2 April.

      3. Cover during holidays
         Michael is away from 13 to 24 April. Hannah stands in for him at line 2.
         It was agreed that no change of line takes place in these two weeks.
         ACTION 18: Michael hands over the shift book, by 10 April.

      4. Any other business
         The projector in the Mill room is broken; Samuel has reported it.
         Everybody thanked Michael for the cake.

      Next meeting: Thursday 26 March 2026, 14:00, Foundry room.
      The chair closed the meeting at 15:10.
      """;
}

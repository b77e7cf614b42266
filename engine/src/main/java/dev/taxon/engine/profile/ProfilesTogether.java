package dev.taxon.engine.profile;

import dev.taxon.TextEncoder;
import dev.taxon.engine.profile.Phrases.Phrase;
import dev.taxon.engine.table.WordTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts profiles of somebody's own beside those of a table. */
public final class ProfilesTogether {
  private final List<KnownProfile> profiles = new ArrayList<>();
  private final List<ProfileTable.Meaning> meanings = new ArrayList<>();
  private final Map<String, Phrase> phrases = new TreeMap<>();

  private ProfilesTogether() {}

  /**
   * A table of both; a profile of one's own takes the place of one with the same id.
   *
   * @param encoder null where nothing is told by meaning
   */
  public static ProfileTable of(
      ProfileTable known, List<Profile> own, WordTable words, @Nullable TextEncoder encoder) {
    ProfileTable compiled =
        compiled(own, words, encoder == null ? new Silent(known) : encoder, known);
    var ids = new HashSet<String>();
    own.forEach(profile -> ids.add(profile.id()));
    var together = new ProfilesTogether();
    together.take(known, ids);
    together.take(compiled, Set.of());
    var phrases = new Phrases.Collected(together.phrases.size());
    together.phrases.values().forEach(phrases::add);
    return new ProfileTable(
        known.sources(), together.profiles, phrases.phrases(), known.commons(), together.meanings);
  }

  private static ProfileTable compiled(
      List<Profile> own, WordTable words, TextEncoder encoder, ProfileTable known) {
    var bytes = new ByteArrayOutputStream();
    try {
      new ProfileTableWriter(words, encoder, known).write(own, "", bytes);
      return ProfileTable.read(new ByteArrayInputStream(bytes.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(ProfileTable table, Set<String> without) {
    var numbers = new int[table.profiles().size()];
    for (int p = 0; p < numbers.length; p++) {
      numbers[p] = without.contains(table.profiles().get(p).id()) ? -1 : profiles.size();
      if (numbers[p] >= 0) {
        profiles.add(table.profiles().get(p));
        meanings.add(table.meaning(p));
      }
    }
    Phrases taken = table.phrases();
    for (int phrase = 0; phrase < taken.size(); phrase++) {
      var whom = new ArrayList<Integer>();
      var cues = new ArrayList<Cue>();
      String key = String.join(" ", taken.words(phrase));
      Phrase before = phrases.get(key);
      if (before != null) {
        whom.addAll(before.profiles());
        cues.addAll(before.cues());
      }
      taken.whom(
          phrase,
          (profile, cue) -> {
            if (numbers[profile] >= 0) {
              whom.add(numbers[profile]);
              cues.add(cue);
            }
          });
      if (!whom.isEmpty()) {
        phrases.put(key, new Phrase(taken.words(phrase), (float) taken.idf(phrase), whom, cues));
      }
    }
  }

  /** Says nothing of meaning. */
  private record Silent(ProfileTable known) implements TextEncoder {
    @Override
    public int dimensions() {
      return known.commons().meanings(false).dimensions();
    }

    @Override
    public List<float[]> encode(List<String> texts) {
      return texts.stream().map(text -> new float[dimensions()]).toList();
    }
  }
}

package dev.taxon.store;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which files to list: null means any; what is given is joined by AND. */
public record FileFilter(
    @Nullable List<UUID> ids,
    @Nullable String name,
    @Nullable String externalFileId,
    @Nullable String dataSourceId,
    boolean onlyManuallyUploaded) {
  public static final FileFilter ANY = new FileFilter(null, null, null, null, false);
}

package dev.taxon.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Saved configurations: in a project, a name stands for one of each product type. */
public final class Presets {
  private static final FileOrder LAST_CHANGED_FIRST =
      new FileOrder(FileOrder.Field.UPDATED_AT, false);

  private static final RowMapper<Preset> PRESET =
      (row, context) ->
          new Preset(
              Rows.uuid(row, "id", context),
              Rows.uuid(row, "project_id", context),
              row.getString("name"),
              row.getString("product_type"),
              row.getString("parameters"),
              Rows.instant(row, "created_at", context),
              Rows.instant(row, "updated_at", context));

  private final Database database;
  private final Moments moments;
  private final Ids ids;

  Presets(Database database, Moments moments, Ids ids) {
    this.database = database;
    this.moments = moments;
    this.ids = ids;
  }

  /** Makes a preset, or gives the one of this name and product type new parameters. */
  public Preset save(UUID projectId, String name, String productType, String parameters) {
    return save(projectId, name, productType, parameters, Answering.unkept());
  }

  /** As above, and keeps the answer about it. */
  public Preset save(
      UUID projectId,
      String name,
      String productType,
      String parameters,
      Answering<Preset> answering) {
    var kept = Text.storable(name);
    return database.write(db -> {
      hold(db, projectId, kept, productType);
      var now = moments.next();
      // presets_by_name (project_id, name, product_type)
      var saved =
          db.createQuery(
                  """
                  insert into presets
                    (id, project_id, name, product_type, parameters, created_at, updated_at)
                  values (:id, :project, :name, :type, :parameters, :now, :now)
                  on conflict (project_id, name, product_type) do update
                    set parameters = excluded.parameters, updated_at = excluded.updated_at
                  returning *
                  """)
              .bind("id", ids.at(now))
              .bind("project", projectId)
              .bind("name", kept)
              .bind("type", productType)
              .bind("parameters", Text.storable(parameters))
              .bind("now", now)
              .map(PRESET)
              .one();
      answering.keep(db, saved, now);
      return saved;
    });
  }

  public Optional<Preset> find(Scope scope, UUID id) {
    return database.read(db -> find(db, scope, id));
  }

  private static Optional<Preset> find(Handle db, Scope scope, UUID id) {
    return db.createQuery("select * from presets where id = :id and " + scope.condition())
        .bind("id", id)
        .bindMap(scope.bindings())
        .map(PRESET)
        .findOne();
  }

  /**
   * The last changed first.
   *
   * @param productTypes only of these, or of all when there are none
   * @param name only this one, or null for all
   * @param after as in {@link Files#list}
   */
  public Slice<Preset> list(
      Scope scope,
      List<String> productTypes,
      @Nullable String name,
      @Nullable String after,
      int size) {
    var order = LAST_CHANGED_FIRST;
    var place = after == null ? null : Place.of(order.field(), after);
    // presets_newest (project_id, updated_at, id)
    var sql =
        "select * from presets where "
            + scope.condition()
            + (productTypes.isEmpty() ? "" : " and product_type in (<types>)")
            + (name == null ? "" : " and name = :name")
            + (place == null ? "" : " and " + place.condition(order))
            + Place.orderBy(order)
            + " limit :limit";
    var rows =
        database.read(db -> {
          var query =
              db.createQuery(sql)
                  .bindMap(scope.bindings())
                  .bind("name", name)
                  .bind("limit", size + 1);
          if (!productTypes.isEmpty()) {
            query.bindList("types", productTypes);
          }
          if (place != null) {
            place.bind(query);
          }
          return query.map(PRESET).list();
        });
    return Slice.of(
        rows, size, preset -> new Place(order.field(), preset.updatedAt(), preset.id()).text());
  }

  /**
   * Changes what is given.
   *
   * @param name null to keep it
   * @param parameters null to keep them; of the same product type
   */
  public PresetChange change(
      Scope scope, UUID id, @Nullable String name, @Nullable String parameters) {
    return database.write(db -> {
      var before = find(db, scope, id);
      if (before.isEmpty()) {
        return new PresetChange.Missing();
      }
      var preset = before.get();
      var newName = name == null ? preset.name() : Text.storable(name);
      hold(db, preset.projectId(), newName, preset.productType());
      if (isTaken(db, preset, newName)) {
        return new PresetChange.NameTaken();
      }
      return db.createQuery(
              """
              update presets
              set name = :name, parameters = coalesce(:parameters, parameters), updated_at = :now
              where id = :id
              returning *
              """)
          .bind("id", id)
          .bind("name", newName)
          .bindByType("parameters", Text.storableOrNull(parameters), String.class)
          .bind("now", moments.next())
          .map(PRESET)
          .findOne()
          .<PresetChange>map(PresetChange.Changed::new)
          .orElseGet(PresetChange.Missing::new);
    });
  }

  /** Who wants a name waits for those who want the same. */
  private void hold(Handle db, UUID projectId, String name, String productType) {
    database.dialect().hold(db, "preset " + projectId + " " + productType + " " + name);
  }

  private static boolean isTaken(Handle db, Preset preset, String name) {
    // presets_by_name (project_id, name, product_type)
    return db.createQuery(
            """
            select id from presets
            where project_id = :project and name = :name and product_type = :type and id <> :id
            """)
        .bind("project", preset.projectId())
        .bind("name", name)
        .bind("type", preset.productType())
        .bind("id", preset.id())
        .mapTo(UUID.class)
        .findOne()
        .isPresent();
  }

  /** Whether there was such a preset. Jobs that were made with it keep what it said. */
  public boolean delete(Scope scope, UUID id) {
    return database.write(db ->
        db.createUpdate("delete from presets where id = :id and " + scope.condition())
                .bind("id", id)
                .bindMap(scope.bindings())
                .execute()
            == 1);
  }
}

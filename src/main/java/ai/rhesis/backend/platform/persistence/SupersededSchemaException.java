package ai.rhesis.backend.platform.persistence;

import ai.rhesis.backend.platform.start.StartRefusal;
import java.nio.file.Path;

/// The refusal of a database whose schema was made before the first release.
class SupersededSchemaException extends StartRefusal {

    private static final String MADE_BEFORE =
            " was made by a version before the first release and can't be migrated. Nothing in it was changed.";

    private static final String REMEDY = """
            Either begin anew with %s

            Or keep your test sets: start the version that made the database, save each set with
                GET /test_sets/{id}/download?format=json
            then begin anew and import each file with POST /import/analyze and POST /import/{id}/confirm.""";

    private SupersededSchemaException(String database, String newDatabase) {
        super(database + MADE_BEFORE, REMEDY.formatted(newDatabase), null);
    }

    static SupersededSchemaException embedded(Path directory) {
        return new SupersededSchemaException(
                "The database in " + directory,
                "a new directory: set rhesis.data-directory to one that does not exist.");
    }

    static SupersededSchemaException configured(String database) {
        return new SupersededSchemaException(
                "The database " + database,
                "a new database: create one and run bootstrap.sql in it (docs/operations.md).");
    }
}

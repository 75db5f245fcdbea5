package ai.rhesis.backend.platform.secrets;

import java.util.List;
import java.util.UUID;

/// A column of a tenant table whose values the key ring encrypted for their row. Whoever has one makes it a bean,
/// so that its secrets follow the ring to a new key. Used inside a transaction of one organization.
public interface EncryptedColumn {

    /// Returns `table.column`.
    String name();

    /// Rows of the organization behind `after`, by id, whose secret another key than this encrypted; the deleted too.
    List<Row> notUnder(String keyId, UUID after, int limit);

    /// Puts one ciphertext in the place of another, unless the row has changed meanwhile. The row counts as unchanged.
    ///
    /// @return how many rows were written
    int replace(UUID id, String old, String replacement);

    /// A row with its secret.
    record Row(UUID id, String ciphertext) {}
}

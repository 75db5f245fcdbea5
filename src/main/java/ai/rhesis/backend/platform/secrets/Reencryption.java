package ai.rhesis.backend.platform.secrets;

import ai.rhesis.backend.platform.secrets.EncryptedColumn.Row;
import ai.rhesis.backend.platform.tenancy.Tenant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The encryption of one organization's secrets with the first key of the ring, in small transactions of that
/// organization. What it did stays done, so it can be stopped and begun again anywhere, and several nodes may do it
/// at once: a secret is only replaced by itself.
@Component
class Reencryption {

    private static final Logger log = LoggerFactory.getLogger(Reencryption.class);
    private static final UUID FIRST = new UUID(0, 0);
    private static final int BATCH = 100;

    private final KeyRing keys;
    private final List<EncryptedColumn> columns;
    private final TransactionTemplate transaction;

    Reencryption(KeyRing keys, List<EncryptedColumn> columns, TransactionTemplate transaction) {
        this.keys = keys;
        this.columns = columns;
        this.transaction = transaction;
    }

    RotationCount of(Tenant tenant) {
        return tenant.call(() -> columns.stream().map(this::all).reduce(RotationCount.NONE, RotationCount::plus));
    }

    private RotationCount all(EncryptedColumn column) {
        RotationCount count = RotationCount.NONE;
        List<Row> rows = List.of();
        do {
            UUID after = rows.isEmpty() ? FIRST : rows.getLast().id();
            rows = inTransaction(() -> column.notUnder(keys.currentId(), after, BATCH));
            for (Row row : rows) {
                count = count.plus(inTransaction(() -> one(column, row)));
            }
        } while (rows.size() == BATCH);
        if (count.unreadable() > 0) {
            UUID organizationId = Tenant.current().organizationId();
            log.warn("{} of {} in {} can't be opened", count.unreadable(), column.name(), organizationId);
        }
        return count;
    }

    private RotationCount one(EncryptedColumn column, Row row) {
        UUID organizationId = Tenant.current().organizationId();
        try {
            String secret = keys.decrypt(row.ciphertext(), organizationId, row.id());
            String anew = keys.encrypt(secret, organizationId, row.id());
            return new RotationCount(column.replace(row.id(), row.ciphertext(), anew), 0, 0);
        } catch (IllegalStateException unreadable) {
            return RotationCount.UNREADABLE;
        }
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}

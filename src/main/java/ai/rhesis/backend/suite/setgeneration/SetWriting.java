package ai.rhesis.backend.suite.setgeneration;

import ai.rhesis.backend.suite.generation.Material;
import ai.rhesis.backend.suite.generation.Produced;
import ai.rhesis.backend.suite.generation.ProductionSink;
import java.util.function.BooleanSupplier;

/// The writing of one generation's tests by this node.
final class SetWriting implements ProductionSink {

    private final GenerationStore store;
    private final GenerationWork work;
    private final Material material;
    private final BooleanSupplier stopping;
    private long version;
    private boolean isElsewhere;

    SetWriting(GenerationStore store, GenerationWork work, Material material, BooleanSupplier stopping) {
        this.store = store;
        this.work = work;
        this.material = material;
        this.stopping = stopping;
        this.version = work.version();
    }

    @Override
    public boolean take(Produced produced) {
        isElsewhere = !store.write(work, version, produced, material);
        version++;
        return !isElsewhere;
    }

    @Override
    public boolean isStopped() {
        return stopping.getAsBoolean() || !store.isOpen(work.id());
    }

    /// Tells whether the generation went on, or ended, without this node.
    boolean isElsewhere() {
        return isElsewhere;
    }

    /// Tells whether this node wrote anything.
    boolean isAhead() {
        return version > work.version();
    }
}

package ai.rhesis.backend.platform.persistence;

/// The scope in which repositories show the deleted objects instead of the living.
///
/// Deleted objects are listed by the code of the living, in the same shape.
public final class RecycleBin {

    private static final ScopedValue<Boolean> OPEN = ScopedValue.newInstance();

    private RecycleBin() {}

    public static <R, X extends Throwable> R open(ScopedValue.CallableOp<R, X> work) throws X {
        return ScopedValue.where(OPEN, true).call(work);
    }

    static boolean isOpen() {
        return OPEN.isBound();
    }
}

package ai.rhesis.backend.platform.persistence;

import java.util.function.Supplier;

/// The creation of objects with unique names, also when many ask for the same name at the same moment.
public final class NameRace {

    private NameRace() {}

    /// Does the work, and once more when another request took the name meanwhile: then it finds what that one made.
    ///
    /// @param making returns the existing object where there is one; in a transaction of its own
    /// @throws TakenException when it is taken all the same, by its id
    public static <T> T settle(Supplier<T> making) {
        try {
            return making.get();
        } catch (TakenException taken) {
            return making.get();
        }
    }
}

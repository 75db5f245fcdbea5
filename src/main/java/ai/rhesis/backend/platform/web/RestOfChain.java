package ai.rhesis.backend.platform.web;

import jakarta.servlet.ServletException;
import java.io.IOException;

/// The rest of a filter chain.
@FunctionalInterface
public interface RestOfChain {

    void run() throws ServletException, IOException;

    /// Runs it inside a scope, with the failures that filters have.
    default void within(Scope scope) throws ServletException, IOException {
        try {
            scope.call(() -> {
                run();
                return this;
            });
        } catch (ServletException | IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception none) {
            throw new IllegalStateException(none);
        }
    }

    /// Something that is bound while work is done, such as a tenant.
    @FunctionalInterface
    interface Scope {

        void call(ScopedValue.CallableOp<RestOfChain, Exception> work) throws Exception;
    }
}

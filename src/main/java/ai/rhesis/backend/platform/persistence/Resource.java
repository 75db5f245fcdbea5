package ai.rhesis.backend.platform.persistence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The name of an entity towards clients: `TestSet`, reached under `/test_sets`.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Resource {

    String name();

    String path();

    /// Tells whether a deleted one can be brought back.
    boolean restorable() default true;

    /// Returns the prefix of its channels, such as `test_run` in `test_run:{id}`; empty where it has none.
    String channel() default "";
}

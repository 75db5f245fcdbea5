package ai.rhesis.backend.platform.query;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The longest page of a list whose clients ask for more than [ListRequest#MAX_LIMIT] at once; stands on its
/// [ListRequest].
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface MaxLimit {

    int value();
}

package ai.rhesis.backend.platform.tenancy;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A mark for the `project_id` of a request record: a request for one project can't write into another.
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = InScope.Check.class)
public @interface InScope {

    String message() default "must be the project of X-Project-Id or of the token, or absent";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Check implements ConstraintValidator<InScope, UUID> {

        @Override
        public boolean isValid(@Nullable UUID project, ConstraintValidatorContext context) {
            UUID scope = Tenant.isBound() ? Tenant.current().projectId() : null;
            return project == null || scope == null || project.equals(scope);
        }
    }
}

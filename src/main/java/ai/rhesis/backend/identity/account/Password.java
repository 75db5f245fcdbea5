package ai.rhesis.backend.identity.account;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A password that can be kept: 8 to 72 bytes, because bcrypt ignores the rest.
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Password.Length.class)
public @interface Password {

    int MIN_BYTES = 8;
    int MAX_BYTES = 72;

    String message() default "must have 8 to 72 bytes";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// The check of a password's length in bytes, not characters, as bcrypt counts.
    class Length implements ConstraintValidator<Password, String> {

        @Override
        public boolean isValid(@Nullable String password, ConstraintValidatorContext context) {
            if (password == null) {
                return true;
            }
            int bytes = password.getBytes(StandardCharsets.UTF_8).length;
            return bytes >= MIN_BYTES && bytes <= MAX_BYTES;
        }
    }
}

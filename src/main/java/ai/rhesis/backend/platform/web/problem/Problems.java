package ai.rhesis.backend.platform.web.problem;

import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.persistence.Conflicts;
import ai.rhesis.backend.platform.persistence.Refusals;
import ai.rhesis.backend.platform.persistence.TakenException;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.tenancy.LoggedFailure;
import ai.rhesis.backend.platform.tenancy.NotAMemberException;
import ai.rhesis.backend.platform.tenancy.UnknownProjectException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.hibernate.TransactionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// The one table of errors: whatever is thrown while a request is served, this is what the client is told.
@RestControllerAdvice
class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final int RETRY_SECONDS = 2;

    private final Conflicts conflicts;
    private final DataSize maxUpload;

    Problems(Conflicts conflicts, @Value("${spring.servlet.multipart.max-file-size}") DataSize maxUpload) {
        this.conflicts = conflicts;
        this.maxUpload = maxUpload;
    }

    @ExceptionHandler
    ResponseEntity<Problem> told(ProblemException failure) {
        return ProblemResponse.of(failure.problem());
    }

    @ExceptionHandler
    ResponseEntity<Problem> taken(TakenException failure) {
        return ProblemResponse.of(conflicts.explain(failure));
    }

    @ExceptionHandler
    ResponseEntity<Problem> notAMember(NotAMemberException failure) {
        return ProblemResponse.of(Problem.forbidden("You are not an active member of this organization."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> unknownProject(UnknownProjectException failure) {
        return ProblemResponse.of(
                Problem.forbidden("The project of X-Project-Id, or of project_id in the query, does not exist."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> missingBody(HttpMessageNotReadableException failure) {
        return ProblemResponse.of(Problem.invalid("", "a JSON object is required"));
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongType(MethodArgumentTypeMismatchException failure) {
        return ProblemResponse.of(ParameterProblems.wrongType(failure));
    }

    @ExceptionHandler
    ResponseEntity<Problem> brokenRule(HandlerMethodValidationException failure) {
        return ProblemResponse.of(ParameterProblems.brokenRule(failure));
    }

    @ExceptionHandler
    ResponseEntity<Problem> brokenBody(IOException failure) {
        return ProblemResponse.of(BrokenBody.problem(failure));
    }

    @ExceptionHandler
    ResponseEntity<Problem> malformedParameters(InvalidParameterException failure) {
        return ProblemResponse.of(Problem.badRequest("query", "The parameters are malformed or too many"));
    }

    @ExceptionHandler
    ResponseEntity<Problem> noMediaType(InvalidMediaTypeException failure) {
        return ProblemResponse.of(Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "A header is not a media type"));
    }

    @ExceptionHandler
    ResponseEntity<Problem> missingParameter(MissingServletRequestParameterException failure) {
        return ProblemResponse.of(ParameterProblems.missing("query", failure.getParameterName()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> missingPart(MissingServletRequestPartException failure) {
        return ProblemResponse.of(ParameterProblems.missing("body", failure.getRequestPartName()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadableUpload(MultipartException failure, HttpServletRequest request) {
        if (failure instanceof MaxUploadSizeExceededException) {
            return ProblemResponse.of(Problem.of(
                            HttpStatus.CONTENT_TOO_LARGE,
                            "The upload is larger than " + maxUpload.toMegabytes() + " MB")
                    .with("limit_bytes", maxUpload.toBytes()));
        }
        if (BrokenBody.isLate(failure)) {
            return ProblemResponse.of(BrokenBody.problem(failure));
        }
        return ProblemResponse.of(
                StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/")
                        ? Problem.invalid("", "is not a valid multipart body")
                        : Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Content-Type must be 'multipart/form-data'"));
    }

    @ExceptionHandler
    ResponseEntity<Problem> refusedByTheDatabase(DataIntegrityViolationException failure) {
        Problem reference = Refusals.unknownReference(failure);
        return reference == null ? anythingElse(failure) : ProblemResponse.of(reference);
    }

    @ExceptionHandler
    ResponseEntity<Problem> callFailed(CallException failure) {
        return ProblemResponse.of(failure.problem("url"));
    }

    @ExceptionHandler
    ResponseEntity<Problem> changedMeanwhile(OptimisticLockingFailureException failure) {
        return ProblemResponse.of(Problem.conflict("The object was changed by somebody else at the same moment."));
    }

    @ExceptionHandler({
        CannotCreateTransactionException.class,
        DataAccessResourceFailureException.class,
        PessimisticLockingFailureException.class,
        QueryTimeoutException.class
    })
    ResponseEntity<Problem> busy(RuntimeException failure) {
        log.warn("The database is busy: {}", LoggedFailure.words(failure));
        return ProblemResponse.of(Problem.unavailable("The service is busy; try again shortly.", RETRY_SECONDS));
    }

    /// Answers a lost connection with 503. Its transaction can't be rolled back here, but PostgreSQL has done so. The
    /// driver drops a connection too when a result is larger than it may be, which only the log can tell apart.
    @ExceptionHandler
    ResponseEntity<Problem> connectionLost(JpaSystemException failure) {
        if (!(failure.getCause() instanceof TransactionException)) {
            return anythingElse(failure);
        }
        log.warn("A connection to the database was lost: {}", LoggedFailure.words(failure));
        return ProblemResponse.of(Problem.unavailable(
                "The connection to the database was lost, or the answer is too large to be read at once. Try again "
                        + "shortly, a list with a smaller limit.",
                RETRY_SECONDS));
    }

    @ExceptionHandler
    ResponseEntity<Problem> unknownPath(NoResourceFoundException failure) {
        return ProblemResponse.of(Problem.notFound("Not Found"));
    }

    @ExceptionHandler
    ResponseEntity<Problem> anythingElse(Exception failure) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return ofSpring(known);
        }
        Problem unstorable = RefusedValue.problem(failure);
        if (unstorable != null) {
            return ProblemResponse.of(unstorable);
        }
        String errorId = UUID.randomUUID().toString();
        log.error("Unexpected error {}", errorId, LoggedFailure.of(failure));
        return ProblemResponse.of(Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "An unexpected error occurred.")
                .with("error_id", errorId));
    }

    private static ResponseEntity<Problem> ofSpring(ErrorResponse known) {
        HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
        String detail = known.getBody().getDetail();
        return ResponseEntity.status(status)
                .headers(known.getHeaders())
                .contentType(ProblemResponse.type())
                .body(ProblemResponse.traced(Problem.of(status, detail == null ? status.getReasonPhrase() : detail)));
    }
}

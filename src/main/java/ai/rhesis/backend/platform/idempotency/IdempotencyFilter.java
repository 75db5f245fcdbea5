package ai.rhesis.backend.platform.idempotency;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.platform.web.MarkedRoutes;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.support.StandardMultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// The filter that carries out a request with an `Idempotency-Key` once and repeats its answer to later ones.
///
/// It runs where a tenant is bound. A caller without an organization can only create one, and a second attempt at
/// that is a 409.
@Component
class IdempotencyFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(IdempotencyFilter.class);

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int RETRY_SECONDS = 2;

    private final IdempotencyService keys;
    private final RequestMatcher unkept;
    private final HandlerExceptionResolver problems;

    IdempotencyFilter(
            IdempotencyService keys,
            MarkedRoutes routes,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.keys = keys;
        this.unkept = new OrRequestMatcher(routes.requests(SecretAnswer.class), routes.requests(StreamedAnswer.class));
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(IdempotencyHeader.NAME) == null
                || !Tenant.isBound()
                || !HttpMethod.POST.matches(request.getMethod())
                || unkept.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            HttpServletRequest whole = isMultipart(request)
                    ? new StandardMultipartHttpServletRequest(request)
                    : new RereadableBody(request);
            switch (await(key(request), fingerprint(whole))) {
                case FirstAnswer first -> first.replay(response);
                case Claim claim -> carryOut(claim, whole, response, chain);
            }
        } catch (RuntimeException refused) {
            if (problems.resolveException(request, response, null, refused) == null) {
                throw refused;
            }
        }
    }

    private static boolean isMultipart(HttpServletRequest request) {
        return StringUtils.startsWithIgnoreCase(request.getContentType(), MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    private static String key(HttpServletRequest request) {
        return IdempotencyHeader.check(Objects.requireNonNull(request.getHeader(IdempotencyHeader.NAME)));
    }

    private static byte[] fingerprint(HttpServletRequest whole) throws ServletException, IOException {
        return whole instanceof RereadableBody read ? Fingerprint.of(read) : Fingerprint.ofParts(whole);
    }

    private KeyOutcome await(String key, byte[] fingerprint) {
        long begin = System.nanoTime();
        while (true) {
            KeyOutcome turn = keys.take(key, fingerprint);
            if (turn != null) {
                return turn;
            }
            if (System.nanoTime() - begin > TIMEOUT.toNanos()) {
                throw Problem.conflict("The first request with this Idempotency-Key is still being carried out.")
                        .with(Problem.RETRY_AFTER, RETRY_SECONDS)
                        .exception();
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the server is stopping", stopping);
        }
    }

    private void carryOut(Claim claim, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        boolean answered = false;
        try {
            claim.run(() -> chain.doFilter(request, answer));
            answered = true;
        } finally {
            settle(claim, answered ? FirstAnswer.of(answer) : null);
        }
        answer.copyBodyToResponse();
    }

    private void settle(Claim claim, @Nullable FirstAnswer answer) {
        try {
            if (answer == null) {
                keys.release(claim);
            } else {
                keys.settle(claim, answer);
            }
        } catch (RuntimeException unsettled) {
            // the work is done or refused all the same, and its client gets told so
            log.warn("The answer to a request with an {} can't be repeated", IdempotencyHeader.NAME, unsettled);
        }
    }
}

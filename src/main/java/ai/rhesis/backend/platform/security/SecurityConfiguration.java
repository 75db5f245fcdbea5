package ai.rhesis.backend.platform.security;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.secrets.KeyRing;
import ai.rhesis.backend.platform.web.problem.ProblemResponse;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// The one filter chain: no sessions, no cookies, no forms, a bearer token on every path that is not public.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final RequestMatcher PUBLIC = new OrRequestMatcher(PublicPaths.ALL.stream()
            .<RequestMatcher>map(path -> pathPattern(path))
            .toList());

    /// Requests that need no organization.
    private static final RequestMatcher WITHOUT_ORGANIZATION = new OrRequestMatcher(
            pathPattern(HttpMethod.POST, "/organizations"),
            pathPattern(HttpMethod.PUT, "/auth/password"),
            pathPattern(HttpMethod.GET, "/auth/terms-status"),
            pathPattern(HttpMethod.POST, "/auth/accept-terms"),
            pathPattern(HttpMethod.PATCH, "/users/leave-organization"),
            pathPattern(HttpMethod.GET, "/features"),
            pathPattern(HttpMethod.GET, "/me/permissions"));

    /// Requests across projects: they tell the project of an object, so that the client can switch there, or are
    /// about the caller and the whole organization. A client that still sends the id of a deleted project can
    /// find the others by them. Of spans each may name a project of its own.
    private static final RequestMatcher ACROSS_PROJECTS = new OrRequestMatcher(
            pathPattern(HttpMethod.GET, "/resolve"),
            pathPattern(HttpMethod.GET, "/usage"),
            pathPattern(HttpMethod.GET, "/usage/history"),
            pathPattern(HttpMethod.GET, "/projects/mine"),
            pathPattern("/users/settings"),
            pathPattern(HttpMethod.GET, "/organizations/{id}"),
            pathPattern(HttpMethod.GET, "/features"),
            pathPattern(HttpMethod.GET, "/me/permissions"),
            pathPattern(HttpMethod.POST, "/ws/token"),
            pathPattern(HttpMethod.POST, "/telemetry/traces"),
            pathPattern(HttpMethod.POST, "/v1/traces"),
            pathPattern(HttpMethod.POST, "/v1/logs"),
            pathPattern(HttpMethod.GET, "/telemetry/spans/{id}/lookup"),
            pathPattern(HttpMethod.GET, "/telemetry/spans/{id}/files"),
            pathPattern("/telemetry/traces/{id}/reviews"),
            pathPattern("/telemetry/traces/{id}/reviews/{review_id}"));

    /// Requests whose query may name another project than X-Project-Id does, and then is for that one.
    private static final RequestMatcher PROJECT_IN_QUERY = new OrRequestMatcher(
            pathPattern(HttpMethod.GET, "/telemetry/traces"),
            pathPattern(HttpMethod.GET, "/telemetry/traces/{trace_id}"),
            pathPattern(HttpMethod.GET, "/telemetry/metrics"));

    /// The content policy: the page under /docs works, whose styles are inline, and no other answer can be used as a
    /// page.
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; "
            + "img-src 'self' data:; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'";

    @Bean
    static AccessTokens accessTokens(KeyRing keys) {
        return new AccessTokens(keys);
    }

    /// Turns off observations of filters: a span and a timer for each would cost more than the filters.
    @Bean
    static SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    static SecurityFilterChain filterChain(
            HttpSecurity http,
            Authenticator authenticator,
            ProblemResponse problems,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .cors(Customizer.withDefaults())
                .headers(SecurityConfiguration::headers)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(PUBLIC)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(failures -> failures.authenticationEntryPoint(unauthenticated(problems)))
                .addFilterBefore(bearerTokens(authenticator, resolver), AnonymousAuthenticationFilter.class)
                .addFilterAfter(
                        new TenantFilter(
                                WITHOUT_ORGANIZATION, new NamedProject(ACROSS_PROJECTS, PROJECT_IN_QUERY), problems),
                        AuthorizationFilter.class)
                .build();
    }

    /// Makes the filter that reads bearer tokens from the header, the only place for a token. A public path ignores it:
    /// whoever refreshes an expired token may send that with the request.
    private static AuthenticationFilter bearerTokens(Authenticator authenticator, HandlerExceptionResolver problems) {
        AuthenticationFilter filter = new AuthenticationFilter(authenticator, SecurityConfiguration::token);
        filter.setRequestMatcher(new NegatedRequestMatcher(PUBLIC));
        filter.setSuccessHandler((request, response, caller) -> {});
        filter.setFailureHandler((request, response, refused) ->
                problems.resolveException(request, response, null, ((RefusedTokenException) refused).refusal()));
        return filter;
    }

    private static @Nullable Authentication token(HttpServletRequest request) {
        String token = BearerToken.of(request.getHeader(HttpHeaders.AUTHORIZATION));
        return token == null ? null : UsernamePasswordAuthenticationToken.unauthenticated(null, token);
    }

    private static AuthenticationEntryPoint unauthenticated(ProblemResponse problems) {
        Problem unauthenticated = Problem.unauthorized("Not authenticated: send Authorization: Bearer <token>.");
        return (request, response, failure) -> problems.send(unauthenticated, request, response);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER));
    }

    @Bean
    static RequestRejectedHandler rejectedRequests(ProblemResponse problems) {
        return (request, response, rejection) -> problems.send(
                Problem.badRequest("url", "The URL holds characters that are not allowed."), request, response);
    }

    @Bean
    static CorsConfigurationSource corsConfigurationSource(
            @Value("${rhesis.web.allowed-origins:http://localhost:3000,http://127.0.0.1:3000}") List<String> origins) {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(origins);
        cors.setAllowCredentials(true);
        // an origin * would let every page act for whoever visits it: the server doesn't start
        cors.validateAllowCredentials();
        cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        cors.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        cors.setExposedHeaders(List.of(
                "X-Total-Count",
                "X-Request-ID",
                "Idempotent-Replayed",
                "Ignored-Keys",
                HttpHeaders.ETAG,
                HttpHeaders.LINK,
                HttpHeaders.RETRY_AFTER));
        cors.setMaxAge(Duration.ofHours(1));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", cors);
        return source;
    }
}

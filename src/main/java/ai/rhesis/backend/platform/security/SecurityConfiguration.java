package ai.rhesis.backend.platform.security;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.secrets.KeyRing;
import ai.rhesis.backend.platform.web.MarkedRoutes;
import ai.rhesis.backend.platform.web.problem.ProblemResponse;
import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/// The one filter chain: no sessions, no cookies, no forms, a bearer token on every path that is not public.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /// Paths of this server that are no feature's and ask for no token; who opens a web socket sends a ticket later.
    private static final RequestMatcher OPEN = new OrRequestMatcher(
            pathPattern("/health"),
            pathPattern("/health/live"),
            pathPattern("/health/ready"),
            pathPattern("/ws"),
            pathPattern("/openapi.json/**"),
            pathPattern("/docs/**"));

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
            HttpSecurity http, BearerTokenCheck tokens, MarkedRoutes routes, ProblemResponse problems) {
        RequestMatcher open = new OrRequestMatcher(OPEN, routes.paths(Public.class));
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .cors(Customizer.withDefaults())
                .headers(SecurityConfiguration::headers)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> authorize(requests, open))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(unauthenticated(problems)))
                .addFilterBefore(tokens.except(open), AnonymousAuthenticationFilter.class)
                .addFilterAfter(tenants(routes, problems), AuthorizationFilter.class)
                .build();
    }

    private static void authorize(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            RequestMatcher open) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(open)
                .permitAll()
                .anyRequest()
                .authenticated();
    }

    private static TenantFilter tenants(MarkedRoutes routes, ProblemResponse problems) {
        return new TenantFilter(
                routes.requests(WithoutOrganization.class),
                new NamedProject(routes.requests(AcrossProjects.class), routes.requests(ProjectInQuery.class)),
                problems);
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

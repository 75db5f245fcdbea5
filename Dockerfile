# The jar is built before: ./mvnw -DskipTests package. Nothing in here reaches a network.
FROM eclipse-temurin:25-jdk AS layers
WORKDIR /build
COPY target/*.jar app.jar
# PostgreSQL for other systems stays out
RUN java -Djarmode=tools -jar app.jar extract --layers --destination layers \
    && find layers -name 'embedded-postgres-binaries-*' ! -name '*-linux-*' -delete \
    && find layers -name 'embedded-postgres-binaries-*-alpine-*' -delete

FROM eclipse-temurin:25-jre
# PostgreSQL, which starts in here when no database is configured, refuses to run as root or as a nameless user.
RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin rhesis \
    && mkdir -p /app/data \
    && chown rhesis:rhesis /app/data
WORKDIR /app
# one layer each, from what seldom changes to what always does
COPY --from=layers /build/layers/dependencies/ ./
COPY --from=layers /build/layers/spring-boot-loader/ ./
COPY --from=layers /build/layers/snapshot-dependencies/ ./
COPY --from=layers /build/layers/application/ ./
USER rhesis
EXPOSE 8080
VOLUME /app/data
# the image has neither curl nor wget; bash speaks enough HTTP
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "app.jar"]

# The jar is built before: ./mvnw -DskipTests -Dembedded=none package. Nothing in here reaches a network.
FROM eclipse-temurin:25-jdk AS layers
WORKDIR /build
COPY target/*.jar app.jar
# The image is for a database of yours: the PostgreSQL in a jar built without -Dembedded=none stays out.
RUN java -Djarmode=tools -jar app.jar extract --layers --destination layers \
    && find layers -name 'embedded-postgres-binaries-*' -delete

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin rhesis \
    && mkdir -p /app/data/files \
    && chown -R rhesis:rhesis /app/data
WORKDIR /app
# one layer each, from what seldom changes to what always does
COPY --from=layers /build/layers/dependencies/ ./
COPY --from=layers /build/layers/spring-boot-loader/ ./
COPY --from=layers /build/layers/snapshot-dependencies/ ./
COPY --from=layers /build/layers/application/ ./
USER rhesis
EXPOSE 8080
# uploaded files; a new volume takes over who owns this directory
VOLUME /app/data/files
# the image has neither curl nor wget; bash speaks enough HTTP
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
# JDK_JAVA_OPTIONS adds flags
ENV JDK_JAVA_OPTIONS=-XX:MaxRAMPercentage=75
ENTRYPOINT ["java", "-jar", "app.jar"]

# The jar is built before: ./mvnw -DskipTests package. Nothing in here reaches a network.
FROM eclipse-temurin:25-jdk AS layers
WORKDIR /build
COPY target/*.jar app.jar
RUN java -Djarmode=tools -jar app.jar extract --layers --destination layers \
    # the image is for a database of yours, and carries no PostgreSQL
    && find layers -name 'embedded-postgres-binaries-*' -delete

FROM eclipse-temurin:25-jre AS service
RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin rhesis \
    && mkdir -p /app/data/files \
    && chown rhesis:rhesis /app \
    && chown -R rhesis:rhesis /app/data
WORKDIR /app
# one layer each, from what seldom changes to what always does
COPY --from=layers /build/layers/dependencies/ ./
COPY --from=layers /build/layers/spring-boot-loader/ ./
COPY --from=layers /build/layers/snapshot-dependencies/ ./
COPY --from=layers /build/layers/application/ ./
USER rhesis

# What the JVM loads and learns in a start. A cache fits only the JVM and the files that it was made with.
FROM service AS training
COPY --from=layers /build/app.jar /tmp/packaged.jar
COPY docker/train.sh /tmp/
RUN bash /tmp/train.sh /tmp/packaged.jar

FROM service
COPY --from=training /app/app.aot ./
EXPOSE 8080
# uploaded files; a new volume takes over who owns this directory
VOLUME /app/data/files
# the image has neither curl nor wget; bash speaks enough HTTP
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
# JDK_JAVA_OPTIONS adds flags
ENV JDK_JAVA_OPTIONS=-XX:MaxRAMPercentage=75
ENTRYPOINT ["java", "-XX:+UseCompactObjectHeaders", "-XX:AOTCache=app.aot", "-jar", "app.jar"]

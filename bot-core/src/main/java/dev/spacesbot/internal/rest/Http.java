package dev.spacesbot.internal.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.spacesbot.config.Service;
import dev.spacesbot.internal.text.Reasons;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.transport.TransportException;
import dev.spacesbot.transport.Upload;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/** The HTTP client of one transport, for REST calls and the socket alike; threads and connections are given back together. */
public final class Http implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);
    private static final long IDLE_SECONDS = 5;

    /** A page of 50 messages of 16 KB is below 1 MB; anything beyond this is no answer of the service. */
    private static final long MAX_BODY = 8L * 1024 * 1024;

    /** A storage may think about the last byte of a large file for a while. */
    private static final Duration UPLOAD_TIMEOUT = Duration.ofMinutes(2);

    private static final int TIMEOUT = 408;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final OkHttpClient client;

    /** With no bound for a whole call, but one for every silence; and no redirection, which would lose the content. */
    private final OkHttpClient uploads;

    private final ServiceClock clock = ServiceClock.system();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Whose clock counts. */
    private final String api;

    /** Ready for the addresses of {@code service}; nothing is connected yet. */
    public Http(Service service) {
        api = String.valueOf(service.apiUrl().getHost());
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .dispatcher(new Dispatcher(daemonThreads()))
                .connectTimeout(CONNECT_TIMEOUT)
                // A redirection must not lead from https to http: tokens go with every call.
                .followSslRedirects(false);
        if (List.of(service.socketUrl(), service.apiUrl(), service.accountsUrl()).stream()
                .noneMatch(Http::encrypted)) {
            // Loading the machine's certificates takes a good part of a start, and nothing here would use them.
            builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
        }
        client = builder.build();
        uploads = client.newBuilder()
                .writeTimeout(UPLOAD_TIMEOUT)
                .readTimeout(UPLOAD_TIMEOUT)
                .followRedirects(false)
                .build();
    }

    private static boolean encrypted(URI address) {
        return !"http".equalsIgnoreCase(address.getScheme()) && !"ws".equalsIgnoreCase(address.getScheme());
    }

    private static ThreadPoolExecutor daemonThreads() {
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "spaces-socket");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** The client, for the socket. */
    public OkHttpClient client() {
        return client;
    }

    /** What time it is by the service's clock; by that of this machine until the service has told. */
    public Instant now() {
        return clock.now();
    }

    /** Waits; false where that was ended before its time. */
    boolean pause(Duration time) {
        try {
            return !closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Makes a call and waits for its answer, whatever its status.
     *
     * @param secrets what the answer's words must never show
     * @throws TransportException where no answer came, or none that can be read
     */
    Answer answer(Request request, List<String> secrets) {
        String name = name(request);
        Call call = client.newCall(request);
        call.timeout().timeout(CALL_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        long asked = clock.moment();
        try (Response response = call.execute()) {
            if (request.url().host().equalsIgnoreCase(api)) {
                clock.told(response.header("Date"), asked);
            }
            JsonNode body = body(response);
            if (response.isSuccessful() && body.isMissingNode()) {
                throw new TransportException(
                        TransportException.Kind.UNAVAILABLE,
                        name + ": the answer (" + response.code() + ") is not JSON, or too large. Check the addresses"
                                + " under service.");
            }
            return new Answer(name, response.code(), now(), response.header("Retry-After", ""), body, secrets);
        } catch (IOException e) {
            throw new TransportException(
                    TransportException.Kind.UNAVAILABLE,
                    name + ": no answer (" + Reasons.of(e) + "). Check the addresses under service, and the network.",
                    e);
        }
    }

    /**
     * Puts a file to an address that the service named. No token goes with it: the address itself is the permission.
     *
     * @throws TransportException where it did not arrive
     */
    void put(HttpUrl url, Upload file) {
        UploadBody body = new UploadBody(file);
        Request request = new Request.Builder().url(url).put(body).build();
        String name = name(request);
        try (Response response = uploads.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw refused(name, response.code());
            }
        } catch (IOException e) {
            TransportException trouble = body.trouble();
            throw trouble != null
                    ? trouble
                    : new TransportException(
                            TransportException.Kind.UNAVAILABLE, name + ": no answer (" + Reasons.of(e) + ")", e);
        }
    }

    private static TransportException refused(String name, int status) {
        boolean passing = status >= SERVER_ERROR || status == TOO_MANY || status == TIMEOUT;
        return new TransportException(
                passing ? TransportException.Kind.UNAVAILABLE : TransportException.Kind.REJECTED,
                name + ": answered " + status + ", so the storage did not take it");
    }

    /** Method and address, without the query: that may hold secrets. */
    private static String name(Request request) {
        return request.method() + " "
                + request.url().newBuilder().query(null).fragment(null).build();
    }

    private static JsonNode body(Response response) throws IOException {
        ResponseBody body = response.body();
        BufferedSource source = body.source();
        if (source.request(MAX_BODY + 1)) {
            return MissingNode.getInstance();
        }
        try {
            JsonNode json = Json.read(source.readString(StandardCharsets.UTF_8));
            return json == null ? MissingNode.getInstance() : json;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}

package dev.spacesbot.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code service}. */
final class ServiceReader {

    static final List<String> KEYS = List.of("socketUrl", "apiUrl", "accountsUrl", "allowInsecure");

    private static final String NAMESPACE = "/chat";
    private static final Set<String> SCHEMES = Set.of("https", "wss", "http", "ws");
    private static final Set<String> INSECURE = Set.of("http", "ws");
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[(::|(0+:){7})0*1]");

    private final Section service;
    private final boolean allowInsecure;

    ServiceReader(Section service) {
        this.service = service;
        Node flag = service.node("allowInsecure");
        Boolean allow = flag == null ? null : service.values().flag(flag, service.pathOf("allowInsecure"));
        this.allowInsecure = allow != null && allow;
    }

    Service read() {
        Service usual = Service.production();
        if (service.node("socketUrl") != null) {
            // Who has a socket elsewhere has the rest there too: the token must not go to production unasked.
            URI socket = socketUrl(usual.socketUrl());
            usual = new Service(socket, URI.create(socket + "/api"), socket, false);
        }
        return new Service(
                usual.socketUrl(),
                url("apiUrl", usual.apiUrl()),
                url("accountsUrl", usual.accountsUrl()),
                allowInsecure);
    }

    /** The path of the socket's address would be taken for a namespace; people copy it with the one that it has. */
    private URI socketUrl(URI usual) {
        URI url = url("socketUrl", usual);
        if (url.getRawPath().isEmpty()) {
            return url;
        }
        if (!url.getRawPath().equals(NAMESPACE)) {
            service.reject("socketUrl", "must end after the host and port, or in " + NAMESPACE);
        }
        return URI.create(url.getScheme() + "://" + url.getRawAuthority());
    }

    private URI url(String key, URI usual) {
        String text = service.text(key);
        URI url = text == null ? null : parse(key, text.strip());
        return url == null ? usual : url;
    }

    private @Nullable URI parse(String key, String text) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            service.reject(key, "is not an address, such as https://spaces.example.com");
            return null;
        }
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme) || url.getHost() == null) {
            service.reject(key, "must be an address that begins with https://, wss://, http:// or ws:// and a host");
            return null;
        }
        // Not shown here: a token may stand in the part that does not belong.
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            service.reject(key, "must have no user, no ? and no #; the token belongs to 'auth'");
            return null;
        }
        boolean insecure = INSECURE.contains(scheme);
        if (insecure && !allowInsecure && !isLoopback(url)) {
            service.reject(
                    key,
                    "would send the token unencrypted to " + url.getHost()
                            + "; use https, or set 'service.allowInsecure: true'");
        }
        String path = url.getRawPath().replaceFirst("/+$", "");
        return URI.create((insecure ? "http://" : "https://") + url.getRawAuthority() + path);
    }

    private static boolean isLoopback(URI url) {
        return LOOPBACK.matcher(url.getHost().toLowerCase(Locale.ROOT)).matches();
    }
}

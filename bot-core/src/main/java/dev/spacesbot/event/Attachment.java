package dev.spacesbot.event;

/**
 * A file on a message, task or post.
 *
 * @param fileId the service's key of the file
 * @param name the file's name
 * @param mimeType such as {@code image/png}; empty where the service did not tell it
 * @param size in bytes; 0 where the service did not tell it
 * @param url where to read it; empty where the service did not tell it
 */
public record Attachment(String fileId, String name, String mimeType, long size, String url) {}

package dev.latchkey.directory;

/**
 * An address of an account.
 *
 * @param id stable id of the entry
 * @param value e-mail address in lower case, or phone number in E.164 form
 * @param verified whether a code sent to it was entered once; an unverified address gets nothing
 * @param notified whether notifications go to it
 */
public record Address(
    String id, AddressKind kind, String value, boolean verified, boolean notified) {}

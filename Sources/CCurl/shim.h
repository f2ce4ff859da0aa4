#pragma once
#include <curl/curl.h>

// Swift can't call functions with variable arguments: each kind of argument that is needed has a function here.

static inline CURLcode ccurl_initialize(void) {
    return curl_global_init(CURL_GLOBAL_ALL);
}

static inline CURLcode ccurl_set_number(CURL *easy, CURLoption option, long value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode ccurl_set_text(CURL *easy, CURLoption option, const char *value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode ccurl_set_headers(CURL *easy, struct curl_slist *headers) {
    return curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
}

// Makes the request a POST; the bytes are copied.
static inline CURLcode ccurl_set_body(CURL *easy, const void *bytes, size_t count) {
    CURLcode result = curl_easy_setopt(easy, CURLOPT_POST, 1L);
    if (result == CURLE_OK) result = curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count);
    // Without a pointer, libcurl would read the body from standard input.
    if (result == CURLE_OK) result = curl_easy_setopt(easy, CURLOPT_COPYPOSTFIELDS, bytes ? bytes : "");
    return result;
}

// Header lines go to the first function and pieces of the body to the second, each with the receiver as its last argument.
static inline CURLcode ccurl_set_receiver(CURL *easy, curl_write_callback line, curl_write_callback piece, void *receiver) {
    CURLcode result = curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, line);
    if (result == CURLE_OK) result = curl_easy_setopt(easy, CURLOPT_HEADERDATA, receiver);
    if (result == CURLE_OK) result = curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, piece);
    if (result == CURLE_OK) result = curl_easy_setopt(easy, CURLOPT_WRITEDATA, receiver);
    return result;
}

// The status of the reply; 0 before there is one.
static inline long ccurl_status(CURL *easy) {
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    return status;
}

// The reply's Content-Type; NULL where it has none.
static inline const char *ccurl_content_type(CURL *easy) {
    char *type = NULL;
    curl_easy_getinfo(easy, CURLINFO_CONTENT_TYPE, &type);
    return type;
}

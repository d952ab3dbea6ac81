/** SHA-256 of these bytes in base64 with padding, by the means that every runtime has. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  // The type asks for a buffer that is not shared, which nothing of ours is.
  const digest = await crypto.subtle.digest('SHA-256', bytes as BufferSource);
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

/** A white envelope on blue, 144 × 144 pixels (what an iPad shows), PNG in base64. Drawn for Facteur. */
export const envelope =
  'iVBORw0KGgoAAAANSUhEUgAAAJAAAACQCAMAAADQmBKKAAAABlBMVEUfX6j///9lxUZjAAAB40lEQVR4Xu3RSXIDMQxD0eT+l85QCtv6LYqQzS' +
  'xchbcUScCdfJiZmZmZmZmZmZmZ2bv6/C8skjGoCWsOMKoFSzTjjGENphpdHDLvRfP3HriOkfiaiIwi1XzehR97gAEtbt96YIro+UmLTz2w+qrX' +
  'zEFRpMqCnrb8zgNXUsu/7ZYxHnTX6SLt2D1hvOgebuN8fjuwOI8i1XS9jNStjqNINZ+v/uiq9eV41eH+W/ZeSM6iSMWAb+lgJzuKIhUDfuSTVH' +
  'oSRSoG/NrNVjb7Y6RjwLAd0m45ilQM+LOfTrarUaRiQCjGl/1iFKkYcCkXflVbY65jwKN6o16JIhUDJuVKudD8g6rCYvwjilQMgN3WbhbGko4B' +
  'N+laOphEkYoBd8le8kxRpGLAwmpz9bY0FnUMWLmv3l8yY1PHgDXsHpxGkYoBiWn55DKKVAzIXOtnh2Nbx4Dc2D88iyIVAzaeuno40jBg55mjq0' +
  'nEgK0nbh67JAwoHF+wr8SAyukB+0oM6Ma+EgO6sa/EgG7sKzGgG/tKDOjGvhIDurGvxIBu7CsxoBv7Sgzoxr4SA7qxr8SAbuwrMaAb+0oM6Ma+' +
  'EgO6sa/EgG7sKzGgG/tKDOjGvhIDurGvxIBu7DMzMzMzMzMzMzMzs3fwBWdkFKVJz1JOAAAAAElFTkSuQmCC';

/** Version 1.0.5 brings no types. */
declare module 'pgpass' {
  /** Looks for the password of a connection in PGPASSFILE or ~/.pgpass. */
  function pgpass(connection: object, found: (password: string | undefined) => void): void;
  export = pgpass;
}

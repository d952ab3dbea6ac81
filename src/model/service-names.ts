/** The services that a mailbox may have, in the order in which people are told of them. */
export const SERVICE_NAMES = ['incoming', 'outgoing', 'calendar', 'contacts', 'exchange', 'directory'] as const;

export type ServiceName = (typeof SERVICE_NAMES)[number];

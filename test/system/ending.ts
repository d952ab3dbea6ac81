/**
 * Runs `leave` should this process end before it is withdrawn, so that a test that is cut short leaves nothing behind. Vitest ends its workers by
 * SIGTERM, and then Node emits no `exit`.
 * @returns withdraws it
 */
export function whenCutShort(leave: () => void): () => void {
  const onSignal = () => {
    leave();
    process.kill(process.pid, 'SIGTERM');
  };
  process.once('exit', leave);
  process.once('SIGTERM', onSignal);
  return () => {
    process.off('exit', leave);
    process.off('SIGTERM', onSignal);
  };
}

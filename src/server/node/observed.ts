import { plainText } from '../app/answer.ts';
import type { Answer, Question } from '../app/question.ts';
import { routeName } from '../app/route-name.ts';
import type { Application } from './carrier.ts';
import type { Counts } from './counts.ts';
import type { Log } from './log.ts';

/** The application, with each answer counted and no error let out. */
export function watched(
  application: Application,
  log: Log,
  counts: Counts,
  defect: (error: unknown) => void,
): Application {
  const inner = guarded(application, defect);
  if (counts.answered === undefined && !log.requests) return inner;
  return (question) => {
    const from = performance.now();
    const done = (answer: Answer) => {
      tell(question, answer, performance.now() - from, log, counts);
      return answer;
    };
    const answer = inner(question);
    return answer instanceof Promise ? answer.then(done) : done(answer);
  };
}

function tell({ method, path }: Question, { status }: Answer, ms: number, log: Log, counts: Counts): void {
  const route = routeName(path);
  counts.answered?.(method, route, status, ms / 1000);
  log.request({ method, route, status, ms: Math.round(ms * 1000) / 1000 });
}

function guarded(application: Application, defect: (error: unknown) => void): Application {
  const failed = (error: unknown) => {
    defect(error);
    return plainText(500, 'Internal error.');
  };
  return (question) => {
    try {
      const answer = application(question);
      return answer instanceof Promise ? answer.catch(failed) : answer;
    } catch (error) {
      return failed(error);
    }
  };
}

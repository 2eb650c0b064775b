import { Component, type ReactNode } from 'react';
import { ApiProblem } from '../api/problem.js';
import { ProblemNotice } from '../common/ProblemNotice.js';

/** The code of a page could not be had: no connection, or a newer release has replaced it. Only a new start helps. */
const isPageMissing = (error: unknown): boolean =>
  error instanceof TypeError && /import(ed|ing).*module/i.test(error.message);

const pageMissing = (): ApiProblem =>
  new ApiProblem({ status: 0, code: 'page-unavailable', detail: 'page-unavailable' });

interface State {
  readonly error: unknown;
}

/** Keeps the frame when a page stops at an error, and says what it was. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    const { error } = this.state;
    if (isPageMissing(error)) return <ProblemNotice error={pageMissing()} onRetry={() => window.location.reload()} />;
    return <ProblemNotice error={error} onRetry={() => this.setState({ error: null })} />;
  }
}

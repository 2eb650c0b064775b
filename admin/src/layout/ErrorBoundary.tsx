import { Component, type ReactNode } from 'react';
import { ProblemNotice } from '../common/ProblemNotice.js';

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
    return <ProblemNotice error={this.state.error} onRetry={() => this.setState({ error: null })} />;
  }
}

